package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.TOO_LARGE;

import java.util.Collection;

/** How many entries a list may have. */
final class CountRules {
  private CountRules() {}

  static void atMost(String field, Collection<?> entries, int countMax) throws RefusedException {
    int count = entries.size();
    if (count > countMax) {
      throw new RefusedException(
          Refusal.of(TOO_LARGE, field, "has " + entries(count)).allowing("at most " + countMax));
    }
  }

  static String entries(int count) {
    return count == 1 ? "1 entry" : count + " entries";
  }
}
