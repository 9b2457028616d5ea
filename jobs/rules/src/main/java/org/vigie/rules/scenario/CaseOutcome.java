package org.vigie.rules.scenario;

import java.util.List;
import org.vigie.core.alert.Alert;

/**
 * What came of a case.
 *
 * @param revisions all that were settled, in their order
 * @param mismatches what was expected otherwise; none if it passed
 */
public record CaseOutcome(
    String rule,
    RuleCase ruleCase,
    List<Alert> revisions,
    List<String> mismatches,
    List<String> story) {
  public CaseOutcome {
    revisions = List.copyOf(revisions);
    mismatches = List.copyOf(mismatches);
    story = List.copyOf(story);
  }

  /** Whether everything came out as expected. */
  public boolean passed() {
    return mismatches.isEmpty();
  }
}
