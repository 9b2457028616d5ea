package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.core.event.RecordedEvent;

/** Changes of the record that must not change what is settled (ORDER §5.4), over random logs. */
class MetamorphicTest {
  private static final int LOGS = 150;
  private static final int EVENTS = 60;

  private static long endMs(List<RecordedEvent> events) {
    return events.stream().mapToLong(ReferenceDetector::effectiveMs).max().orElseThrow();
  }

  private static List<ReferenceAlert> settled(List<RecordedEvent> events, long endMs) {
    return new ReferenceDetector(Story.FIRST_RULES).settle(events, endMs);
  }

  private static List<ReferenceAlert> settled(List<RecordedEvent> events) {
    return settled(events, endMs(events));
  }

  @Test
  void findsSomethingOfEveryRuleInTheseLogs() {
    Stream<String> rules =
        Stream.iterate(0L, seed -> seed + 1)
            .limit(LOGS)
            .flatMap(seed -> settled(RandomLog.events(seed, EVENTS)).stream())
            .flatMap(alert -> alert.findings().stream())
            .map(ReferenceFinding::rule);

    assertThat(rules.distinct()).containsExactlyInAnyOrder("G1", "G2", "A4", "M1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void doesNotDependOnTheOrderOfTheInput(long shuffle) {
    for (long seed = 0; seed < LOGS; seed++) {
      List<RecordedEvent> events = RandomLog.events(seed, EVENTS);
      List<RecordedEvent> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(shuffle));

      assertThat(settled(shuffled)).as("seed %d", seed).isEqualTo(settled(events));
    }
  }

  @Test
  void doesNotChangeWhenEverythingComesTwice() {
    for (long seed = 0; seed < LOGS; seed++) {
      List<RecordedEvent> events = RandomLog.events(seed, EVENTS);
      List<RecordedEvent> twice = new ArrayList<>(events);
      twice.addAll(events);

      assertThat(settled(twice)).as("seed %d", seed).isEqualTo(settled(events));
    }
  }

  @Test
  void keepsCommunitiesApart() {
    for (long seed = 0; seed < LOGS; seed++) {
      List<RecordedEvent> one = RandomLog.events(seed, EVENTS, "c1");
      List<RecordedEvent> other = RandomLog.events(seed + LOGS, EVENTS, "c2");
      List<RecordedEvent> together = new ArrayList<>(one);
      together.addAll(other);
      long endMs = endMs(together);
      List<ReferenceAlert> apart = new ArrayList<>(settled(one, endMs));
      apart.addAll(settled(other, endMs));

      assertThat(settled(together, endMs))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(apart);
    }
  }

  @Test
  void neverTakesBackWhatHadSettled() {
    for (long seed = 0; seed < LOGS; seed++) {
      List<RecordedEvent> events = RandomLog.events(seed, EVENTS);
      long halfMs = ReferenceDetector.effectiveMs(events.get(EVENTS / 2));
      List<ReferenceAlert> whole = settled(events);

      // What had settled by then is there in the end, revision for revision.
      assertThat(whole).as("seed %d", seed).containsAll(settled(events, halfMs));
    }
  }

  @Test
  void numbersRevisionsWithoutGaps() {
    for (long seed = 0; seed < LOGS; seed++) {
      String alertId = "";
      long revision = 0;
      for (ReferenceAlert alert : settled(RandomLog.events(seed, EVENTS))) {
        revision = alert.alertId().equals(alertId) ? revision + 1 : 1;
        alertId = alert.alertId();
        assertThat(alert.revision()).as("seed %d", seed).isEqualTo(revision);
      }
    }
  }
}
