package org.vigie.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.core.rule.FirstRules;
import org.vigie.core.rule.RuleSet;

/** Which rules judge an instant, and how many sets of them are kept. */
final class RuleHistoryTest {
  private static final RuleSet FIRST = FirstRules.ruleSet();

  @Test
  void judgesByWhatWasInForceThen() {
    RuleHistory history = history(List.of(100L, 300L));

    assertThat(at(history, 99)).isEqualTo(FIRST.effectiveFromMs());
    assertThat(at(history, 100)).isEqualTo(100);
    assertThat(at(history, 299)).isEqualTo(100);
    assertThat(at(history, 300)).isEqualTo(300);
  }

  @Test
  void keepsAsManyAsItMay() {
    RuleHistory history = history(times(RuleHistory.RULE_SETS_MAX - 1));

    assertThat(history.size()).isEqualTo(RuleHistory.RULE_SETS_MAX);
    assertThat(history.dropped()).isZero();
    assertThat(at(history, 0)).isEqualTo(FIRST.effectiveFromMs());
  }

  @Test
  void dropsTheOldestWhateverTheOrderOfArrival() {
    List<Long> times = times(RuleHistory.RULE_SETS_MAX + 2);
    Collections.shuffle(times, new Random(1));
    RuleHistory history = history(times);
    history.add(FIRST.effectiveFrom(times.get(0)));

    assertThat(history.size()).isEqualTo(RuleHistory.RULE_SETS_MAX);
    assertThat(history.dropped()).isEqualTo(3);
    assertThat(at(history, 0)).as("the oldest that is kept judges what was before").isEqualTo(3);
    assertThat(at(history, 5)).isEqualTo(5);
  }

  @Test
  void judgesEachCommunityByItsOwnOfThoseThatTakeEffectTogether() {
    RuleSet friends = FIRST.forCommunities(Set.of("friends", "school"));
    RuleHistory history = new RuleHistory(FIRST);
    history.add(friends);
    history.add(FIRST.forCommunities(Set.of("dates")));

    assertThat(communities(history, 0, "school")).isEqualTo(friends.communities());
    assertThat(communities(history, 0, "dates")).containsExactly("dates");
    assertThat(communities(history, 0, "elsewhere")).isEmpty();

    history.add(FIRST.effectiveFrom(100));
    history.add(FIRST.effectiveFrom(100).forCommunities(Set.of("dates")));

    assertThat(communities(history, 99, "school")).isEqualTo(friends.communities());
    assertThat(communities(history, 100, "school")).as("no longer named").isEmpty();
    assertThat(communities(history, 100, "dates")).containsExactly("dates");
  }

  @Test
  void judgesByWhatWasBeforeWhereOnlyOthersAreNamed() {
    RuleHistory history = new RuleHistory(FIRST.forCommunities(Set.of("dates")));
    history.add(FIRST);
    history.add(FIRST.effectiveFrom(100).forCommunities(Set.of("friends")));

    assertThat(communities(history, 100, "dates")).containsExactly("dates");
    assertThat(communities(history, 100, "elsewhere")).isEmpty();
  }

  private static Set<String> communities(RuleHistory history, long timeMs, String community) {
    return history.at(timeMs, community).ruleSet().communities();
  }

  private static RuleHistory history(List<Long> times) {
    RuleHistory history = new RuleHistory(FIRST);
    times.forEach(timeMs -> history.add(FIRST.effectiveFrom(timeMs)));
    return history;
  }

  /** 1, 2, … */
  private static List<Long> times(int count) {
    List<Long> times = new ArrayList<>();
    for (long timeMs = 1; timeMs <= count; timeMs++) {
      times.add(timeMs);
    }
    return times;
  }

  private static long at(RuleHistory history, long timeMs) {
    return history.at(timeMs, "c1").ruleSet().effectiveFromMs();
  }
}
