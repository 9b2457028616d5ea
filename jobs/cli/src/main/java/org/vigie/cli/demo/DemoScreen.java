package org.vigie.cli.demo;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.Finding;
import org.vigie.alert.Harm;
import org.vigie.alert.Severity;
import org.vigie.cli.alert.AlertSheet;
import org.vigie.cli.alert.Language;
import org.vigie.cli.alert.RuleLore;
import org.vigie.cli.alert.Words;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.Printable;
import org.vigie.cli.console.Style;
import org.vigie.simulator.score.Scorecard;

/**
 * Shows a demo to people: of each harm the first alert that wakes someone in full, and every other
 * one, and whatever makes one worse, in a line.
 */
final class DemoScreen implements DemoOutput {
  private final Console console;
  private final Style style;
  private final Words words = new Words(Language.EN);
  private final AlertSheet sheet;
  private final Map<String, Alert> shown = new HashMap<>();
  private final Set<Harm> inFull = EnumSet.noneOf(Harm.class);
  private boolean warned;

  DemoScreen(Console console) {
    this.console = console;
    this.style = console.style();
    this.sheet = new AlertSheet(Language.EN, RuleLore.shipped(), style, console.width());
  }

  @Override
  public void alert(Alert revision, long platformMs) {
    Alert before = shown.get(revision.getAlertId());
    if (before != null && !isWorse(before, revision)) {
      return;
    }
    shown.put(revision.getAlertId(), revision);
    if (isToBeShownInFull(revision)) {
      console.print(style.paint(Ink.FAINT, rule(words.time(platformMs))));
      console.print(sheet.lines(revision));
      console.print(warning(revision, platformMs));
      console.print(style.paint(Ink.FAINT, rule("")));
    } else {
      String time = style.paint(Ink.FAINT, words.time(platformMs));
      console.print(time + "  " + sheet.title(revision) + rules(revision));
      if (isNewlyImminent(before, revision)) {
        console.print(warning(revision, platformMs));
      }
    }
  }

  private static boolean isWorse(Alert before, Alert revision) {
    return revision.getSeverity().compareTo(before.getSeverity()) > 0
        || isNewlyImminent(before, revision);
  }

  private static boolean isNewlyImminent(@Nullable Alert before, Alert revision) {
    return revision.getImminent() && (before == null || !before.getImminent());
  }

  /** The first of its harm, and the first that there is still time to warn about. */
  private boolean isToBeShownInFull(Alert revision) {
    boolean wakes = revision.getSeverity().compareTo(Severity.MEDIUM) >= 0;
    boolean firstOfHarm = wakes && inFull.add(revision.getHarm());
    boolean firstWarning = revision.getImminent() && !warned;
    warned |= revision.getImminent();
    return firstOfHarm || firstWarning;
  }

  private static String rules(Alert revision) {
    Set<String> rules = new TreeSet<>();
    for (Finding finding : revision.getFindings()) {
      rules.add(Printable.of(finding.getRule()));
    }
    return rules.isEmpty() ? "" : "  by " + String.join(", ", rules);
  }

  /** Whether a pending meeting can still be prevented, on the platform's clock at this moment. */
  private List<String> warning(Alert revision, long platformMs) {
    Long meetingMs =
        revision.getTimeline() == null ? null : revision.getTimeline().getMeetingTime();
    if (!revision.getImminent() || meetingMs == null) {
      return List.of();
    }
    boolean inTime = platformMs < meetingMs;
    String text =
        inTime
            ? "IN TIME  the platform's clock says %s; the meeting is at %s: %s left to warn"
            : "TOO LATE  the platform's clock says %s; the meeting was at %s: %s ago";
    return List.of(
        "  "
            + style.paint(
                inTime ? Ink.GOOD : Ink.BAD,
                text.formatted(
                    words.time(platformMs),
                    words.time(meetingMs),
                    words.span(meetingMs - platformMs))));
  }

  @Override
  public void finish(Scorecard score, List<Alert> revisions) {
    console.print(style.paint(Ink.FAINT, rule("the last day is over and settled")));
    console.print(
        "What was planted and what came of it. All people are synthetic, drawn from the seed.");
    console.print("");
    console.print(new DemoSummary(words, style, console.width()).lines(score, sheet));
  }

  private String rule(String text) {
    String start = text.isEmpty() ? "" : "── " + text + " ";
    return start + "─".repeat(Math.max(0, console.width() - start.length()));
  }
}
