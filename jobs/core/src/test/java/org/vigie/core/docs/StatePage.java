package org.vigie.core.docs;

import org.vigie.core.fold.FoldSettings;
import org.vigie.core.fold.StateLimit;

/** The state catalogue as a page. */
final class StatePage {
  private StatePage() {}

  static String text() {
    StringBuilder page = new StringBuilder();
    page.append("# What is kept, and how much of it\n\n");
    page.append("Generated from `StateLimit` and `FoldSettings`; a test keeps it in sync. ");
    page.append(
        "PAIR collects nothing: 12 to 18 bytes a pair, and the name of a meeting's place. ");
    page.append("Each limit is tried at its edge by `StateLimitTest`.\n\n");
    table(page, "collection", false);
    page.append("\nFindings and alerts list so much, and count what they leave out likewise:\n\n");
    table(page, "list", true);
    FoldSettings settings = FoldSettings.DEFAULT;
    page.append("\nThe tail of a key holds at most ")
        .append(settings.rootsMax())
        .append(" instants and ")
        .append(settings.tailBytesMax() / 1024)
        .append(" KiB; beyond that the oldest instant is forced into the core, counted as\n")
        .append("`forced`, and findings of that key are marked.\n");
    return page.toString();
  }

  private static void table(StringBuilder page, String what, boolean listed) {
    page.append("| stop | ")
        .append(what)
        .append(" | at most | what, and what goes first | label of its evictions |\n");
    page.append("|---|---|---|---|---|\n");
    for (StateLimit limit : StateLimit.values()) {
      if (limit.isListed() == listed) {
        page.append(
            String.format(
                "| %s | %s | %d | %s | `%s` |%n",
                limit.stop(),
                limit.name(),
                limit.entriesMax(),
                limit.meaning(),
                limit.collection()));
      }
    }
  }
}
