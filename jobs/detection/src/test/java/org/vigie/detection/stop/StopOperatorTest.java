package org.vigie.detection.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vigie.core.fold.RuleHistory;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.detection.DetectionTopology;
import org.vigie.detection.rules.BuiltInRules;
import org.vigie.detection.rules.RuleBundle;

final class StopOperatorTest {
  private static final Key KEY = new Key(1, 0);
  private static final Key OTHER = new Key(2, 0);
  private static final int SEEDS = 40;

  @Test
  void sendsWhatFollowsFromTheInputsInTheirOrderWhateverTheArrival() throws Exception {
    try (StopHarness pair = open(JoiningStop.pair(), StopHarness.SETTINGS)) {
      pair.tell(KEY, 3000, "c");
      pair.tell(KEY, 1000, "a");
      pair.tell(OTHER, 2000, "x");
      pair.tell(KEY, 2000, "b");

      assertThat(pair.held().values()).containsExactlyInAnyOrder("a", "ab", "abc", "x");
      assertThat(pair.left()).isEmpty();
    }
  }

  @Test
  void writesNothingBeforeACheckpointAndEverythingThen() throws Exception {
    try (StopHarness pair = open(JoiningStop.pair(), StopHarness.SETTINGS)) {
      pair.tell(KEY, 1000, "a");
      pair.tell(OTHER, 1000, "x");
      assertThat(pair.stored()).isZero();

      pair.checkpoint(1);

      assertThat(pair.stored()).isEqualTo(2);
    }
  }

  @Test
  void wouldLoseWhatIsUnwrittenWithoutTheFlushBeforeTheBarrier() throws Exception {
    OperatorSubtaskState unprepared;
    try (StopHarness pair = open(JoiningStop.pair(), StopHarness.SETTINGS)) {
      pair.tell(KEY, 1000, "a");
      unprepared = pair.checkpointUnprepared(1);
    }
    try (StopHarness pair =
        new StopHarness(JoiningStop.pair(), StopHarness.SETTINGS).restore(unprepared)) {
      pair.tell(KEY, 2000, "b");

      assertThat(pair.held().values()).containsExactly("b");
    }
  }

  @Test
  void writesBackByItselfWhatHasWaitedLong() throws Exception {
    try (StopHarness pair = open(JoiningStop.pair(), StopHarness.SETTINGS)) {
      pair.tell(KEY, 1000, "a");
      assertThat(pair.stored()).isZero();

      pair.wallTime(10_000);

      assertThat(pair.stored()).isEqualTo(1);
    }
  }

  @Test
  void leavesNeitherTimerNorStateOnceAKeyHasExpired() throws Exception {
    try (StopHarness pair = open(JoiningStop.pair(), StopHarness.SETTINGS)) {
      pair.tell(KEY, 1000, "a!");
      pair.tell(KEY, 2000, "b!");
      pair.checkpoint(1);
      assertThat(pair.timers()).isEqualTo(1);
      assertThat(pair.stored()).isEqualTo(1);

      pair.time(11_000); // the first deadline was put off: the timer fires for nothing
      assertThat(pair.held()).hasSize(2);
      assertThat(pair.timers()).isEqualTo(1);

      pair.time(12_000);
      pair.checkpoint(2);

      assertThat(pair.held().values()).containsExactly("a!", "a!b!", "a!b!.");
      assertThat(pair.timers()).isZero();
      assertThat(pair.stored()).isZero();
    }
  }

  @Test
  void movesTheTimerWhenADeadlineComesCloser() throws Exception {
    try (StopHarness pair = open(JoiningStop.pair(), StopHarness.SETTINGS)) {
      pair.tell(KEY, 5000, "b!");
      pair.tell(OTHER, 5000, "b!");
      pair.tell(OTHER, 6000, "c");

      assertThat(pair.timers()).isEqualTo(2);
    }
    try (StopHarness cases = open(JoiningStop.cases(), StopHarness.SETTINGS)) {
      cases.tell(KEY, 5000, "b");
      cases.tell(KEY, 1000, "a");

      assertThat(cases.timers()).isEqualTo(1);
    }
  }

  @Test
  void settlesInOrderBeforeItLetsTimePass() throws Exception {
    try (StopHarness cases = open(JoiningStop.cases(), StopHarness.SETTINGS)) {
      cases.tell(KEY, 2000, "b");
      cases.tell(KEY, 1000, "a");
      cases.tell(KEY, 3000, "c");
      assertThat(cases.held()).hasSize(3);
      assertThat(cases.left()).isEmpty();

      cases.time(2000);

      assertThat(cases.left()).containsExactly("a", "ab", "time 2000");
    }
  }

  @Test
  void letsOnlyWhatIsDueByTheEndHappenAtTheEndOfData() throws Exception {
    StopSettings ending = StopHarness.SETTINGS.endingAt(11_500);
    try (StopHarness cases = open(JoiningStop.cases(), ending)) {
      cases.tell(KEY, 1000, "a!");
      cases.tell(OTHER, 2000, "x!");

      cases.endOfData();

      assertThat(cases.left())
          .containsExactlyInAnyOrder("a!", "a!.", "x!", "time " + Long.MAX_VALUE)
          .endsWith("time " + Long.MAX_VALUE);
      assertThat(cases.timers()).isEqualTo(1);
    }
  }

  @Test
  void letsNothingHappenAtTheEndOfDataWhenTheEndIsNotKnown() throws Exception {
    try (StopHarness cases = open(JoiningStop.cases(), StopHarness.SETTINGS)) {
      cases.tell(KEY, 1000, "a!");
      cases.time(500);

      cases.endOfData();

      assertThat(cases.left()).containsExactly("time 500", "time " + Long.MAX_VALUE);
    }
  }

  @Test
  void takesTimeFromTheKeyedInputsAlone() throws Exception {
    try (StopHarness cases = open(JoiningStop.cases(), StopHarness.SETTINGS)) {
      cases.tell(KEY, 1000, "a");
      cases.timeOfBundles(Long.MAX_VALUE);
      cases.bundlesIdle();
      assertThat(cases.left()).isEmpty();

      cases.time(1000);
      cases.inputsIdle();
      cases.timeOfBundles(5000);

      assertThat(cases.left()).containsExactly("a", "time 1000", "idle");
    }
  }

  @Test
  void refusesToSendWhereNobodyListens() throws Exception {
    JoiningStop wrong = new JoiningStop(StopName.PAIR, StopName.LINKS, false);
    try (StopHarness pair = open(wrong, StopHarness.SETTINGS)) {
      assertThatThrownBy(() -> pair.tell(KEY, 1000, "a"))
          .hasMessageContaining("PAIR sends to LINKS, to which it has no route");
    }
  }

  @Test
  void keepsBundlesAcrossARestore() throws Exception {
    RuleBundle bundle = new RuleBundle(BuiltInRules.SHIPPED, 5000);
    OperatorSubtaskState state;
    try (StopHarness pair = open(JoiningStop.pair(), StopHarness.SETTINGS)) {
      pair.bundle(bundle);
      pair.bundle(bundle);
      state = pair.checkpoint(1);
    }
    try (StopHarness pair =
        new StopHarness(JoiningStop.pair(), StopHarness.SETTINGS).restore(state)) {
      pair.tell(KEY, 6000, "a");
      state = pair.checkpoint(2);
    }
    assertThat(state.getManagedOperatorState()).isNotEmpty();
  }

  @Test
  void storesNoMoreBundlesThanItJudgesBy() throws Exception {
    try (StopHarness pair = open(JoiningStop.pair(), StopHarness.SETTINGS)) {
      for (int timeMs = 1; timeMs <= RuleHistory.RULE_SETS_MAX + 3; timeMs++) {
        pair.bundle(new RuleBundle(BuiltInRules.SHIPPED, timeMs * 1000L));
      }

      assertThat(pair.bundles())
          .hasSize(RuleHistory.RULE_SETS_MAX)
          .contains("shipped@4000")
          .doesNotContain("shipped@3000");
    }
  }

  @Test
  void givesTheSameWithAnyCacheAndARestoreInTheMiddle() throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<Input> inputs = inputs(random);
      Map<String, String> expected = run(inputs, StopHarness.SETTINGS, inputs.size(), 1);
      int middle = random.nextInt(inputs.size());
      StopSettings tight =
          new StopSettings(
              1 + random.nextInt(3), 1 + random.nextInt(3), 256, 100_000, 0, StopSettings.NO_END);

      Map<String, String> actual = run(inputs, tight, middle, 1 + random.nextInt(3));

      assertThat(actual).as("seed %d", seed).isEqualTo(expected);
    }
  }

  /** Inputs up to 5 s out of order on few keys, some with deadlines. */
  private static List<Input> inputs(Random random) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 1; i <= 120; i++) {
      Key key = new Key(random.nextInt(6), 0);
      long timeMs = 10_000L + i * 500L - random.nextInt(5000);
      String text = (char) ('a' + random.nextInt(26)) + (random.nextInt(4) == 0 ? "!" : "");
      inputs.add(StopHarness.input(StopName.PAIR, key, timeMs, text));
    }
    return inputs;
  }

  /** Runs inputs, with a restore at one of them into another number of subtasks. */
  private static Map<String, String> run(
      List<Input> inputs, StopSettings settings, int restoreAt, int parallelismAfter)
      throws Exception {
    Map<String, String> held = new TreeMap<>();
    OperatorSubtaskState state;
    try (StopHarness before = open(JoiningStop.pair(), settings)) {
      feed(before, inputs.subList(0, restoreAt), inputs.subList(0, 0));
      state = before.checkpoint(1);
      before.collect(held);
    }
    for (int subtask = 0; subtask < parallelismAfter; subtask++) {
      OperatorSubtaskState part =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              state, DetectionTopology.MAX_PARALLELISM, 1, parallelismAfter, subtask);
      try (StopHarness after =
          new StopHarness(JoiningStop.pair(), settings, parallelismAfter, subtask).restore(part)) {
        int number = subtask;
        List<Input> mine =
            inputs.subList(restoreAt, inputs.size()).stream()
                .filter(input -> subtaskOf(input.key(), parallelismAfter) == number)
                .toList();
        feed(after, mine, inputs.subList(0, restoreAt));
        after.time(200_000);
        after.collect(held);
      }
    }
    return held;
  }

  /** Time follows 5 s behind the greatest time so far. */
  private static void feed(StopHarness stop, List<Input> inputs, List<Input> before)
      throws Exception {
    long greatestMs = before.stream().mapToLong(input -> input.root().timeMs()).max().orElse(0);
    for (Input input : inputs) {
      stop.tell(input);
      greatestMs = Math.max(greatestMs, input.root().timeMs());
      stop.time(greatestMs - 5001);
    }
  }

  private static int subtaskOf(Key key, int parallelism) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        key, DetectionTopology.MAX_PARALLELISM, parallelism);
  }

  private static StopHarness open(JoiningStop stop, StopSettings settings) throws Exception {
    return new StopHarness(stop, settings).open();
  }
}
