package org.vigie.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.Position;
import org.vigie.core.fold.RuleHistory;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;
import org.vigie.core.rule.FirstRules;

/** How much evidence is kept, of what, and in which order. */
final class EvidencesTest {
  private static final Position SOMEWHERE = new Position("topic", 0, 0);
  private static final StateLimit LIMIT = StateLimit.CASE_LISTED_EVENTS;

  @Test
  void keepsAsMuchAsIsListed() {
    List<Evidence> all = some(LIMIT.entriesMax());

    assertThat(merged(all)).isEqualTo(all);
  }

  @Test
  void keepsTheNewestWhateverTheOrder() {
    List<Evidence> all = some(LIMIT.entriesMax() + 1);
    List<Evidence> newest = all.subList(1, all.size());
    List<Evidence> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(merged(shuffled)).isEqualTo(newest);
  }

  @Test
  void takesOneEventOnceWithAllItsCodes() {
    Evidence one = evidence(7, 1);
    Evidence again = evidence(7, 4);

    assertThat(merged(List.of(one, again))).containsExactly(evidence(7, 5));
  }

  private static List<Evidence> merged(List<Evidence> all) {
    RuleHistory rules = new RuleHistory(FirstRules.ruleSet());
    return Evidences.merged(all, LIMIT, new Step(new Root(0, Rank.MESSAGE, "m"), rules, false));
  }

  private static List<Evidence> some(int count) {
    List<Evidence> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(evidence(i, 1));
    }
    return all;
  }

  private static Evidence evidence(int timeMs, int codes) {
    return new Evidence(
        "e" + timeMs, Evidence.Kind.MESSAGE, codes, SOMEWHERE, timeMs, timeMs, List.of());
  }
}
