package org.vigie.core.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Path;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;
import org.vigie.core.rule.FirstRules;

/** The mechanism alone, on a stop that joins what it is told: order is all that matters to it. */
final class KeyFoldTest {
  private static final Key KEY = new Key(1, 2);
  private static final long NEVER = Long.MIN_VALUE;

  private final FoldCounters counters = new FoldCounters();
  private final Receiver receiver = new Receiver();

  @Test
  void sendsTheFoldInCanonicalOrderWhateverTheArrival() {
    KeyFold<StringBuilder> fold = fold(false, FoldSettings.DEFAULT, null);

    fold.onInput(input(3, "c"), NEVER, receiver);
    fold.onInput(input(1, "a"), NEVER, receiver);
    fold.onInput(input(2, "b"), NEVER, receiver);

    assertThat(receiver.held().values()).containsExactly("a", "ab", "abc");
  }

  @Test
  void changesNothingForTheSameInputAgain() {
    KeyFold<StringBuilder> fold = fold(false, FoldSettings.DEFAULT, null);
    fold.onInput(input(1, "a"), NEVER, receiver);
    int sent = receiver.sent;

    fold.onInput(input(1, "a"), NEVER, receiver);

    assertThat(receiver.sent).isEqualTo(sent);
  }

  @Test
  void countsTheSmallerOfTwoCopiesOfOneEventWhicheverComesFirst() {
    KeyFold<StringBuilder> one = fold(false, FoldSettings.DEFAULT, null);
    one.onInput(input(1, "b"), NEVER, receiver);
    one.onInput(input(1, "a"), NEVER, receiver);
    one.onInput(input(1, "c"), NEVER, receiver);

    assertThat(receiver.held().values()).containsExactly("a");
  }

  @Test
  void replacesAndTakesBackWhatAnEarlierStopChangesItsMindAbout() {
    KeyFold<StringBuilder> fold = fold(false, FoldSettings.DEFAULT, null);
    fold.onInput(derived(1, "a", false), NEVER, receiver);
    fold.onInput(derived(2, "b", false), NEVER, receiver);

    fold.onInput(derived(1, "x", true), NEVER, receiver);
    assertThat(receiver.held().values()).containsExactly("x", "xb");

    fold.onInput(derived(1, null, true), NEVER, receiver);
    assertThat(receiver.held().values()).containsExactly("b");
  }

  @Test
  void firesADeadlineBetweenInstantsHoweverLateTheInputsArrive() {
    KeyFold<StringBuilder> fold = fold(false, FoldSettings.DEFAULT, null);

    fold.onInput(input(1, "a!"), NEVER, receiver); // '!' asks for a deadline 10 s later
    fold.onInput(input(20_000, "z"), NEVER, receiver);
    assertThat(receiver.held().values()).containsExactly("a!", "a!.", "a!.z");

    fold.onInput(input(5_000, "m"), NEVER, receiver);
    assertThat(receiver.held().values()).containsExactly("a!", "a!m", "a!m.", "a!m.z");
  }

  @Test
  void wakesForItsDeadlineAndFiresItOnce() {
    KeyFold<StringBuilder> fold = fold(false, FoldSettings.DEFAULT, null);
    fold.onInput(input(1, "a!"), NEVER, receiver);
    assertThat(fold.wakeUpMs()).isEqualTo(11_000);

    fold.onTime(11_000, receiver);
    fold.onTime(12_000, receiver);

    assertThat(receiver.held().values()).containsExactly("a!", "a!.");
    assertThat(fold.wakeUpMs()).isEqualTo(Stop.NO_DEADLINE);
  }

  @Test
  void tellsHowMuchOfWhatIsStoredNoLongerWaits() {
    KeyFold<StringBuilder> fold = fold(false, FoldSettings.DEFAULT, null);
    fold.onInput(input(1_000, "abc!"), NEVER, receiver);
    assertThat(coreBytes(fold.store(999, receiver))).isZero();

    byte @Nullable [] stored = fold.store(1_000, receiver);
    assertThat(coreBytes(stored)).isEqualTo(4);

    fold.onInput(input(2_000, "defgh"), 1_500, receiver);
    assertThat(coreBytes(fold.store(1_500, receiver))).isEqualTo(4);
  }

  private static int coreBytes(byte @Nullable [] stored) {
    return KeyFold.coreBytes(Objects.requireNonNull(stored));
  }

  @Test
  void settlesOnlyWhatTheWatermarkHasPassed() {
    KeyFold<StringBuilder> fold = fold(true, FoldSettings.DEFAULT, null);
    fold.onInput(input(2_000, "b"), NEVER, receiver);
    fold.onInput(input(1_000, "a"), NEVER, receiver);
    assertThat(fold.wakeUpMs()).isEqualTo(1_000);
    assertThat(receiver.settled).isEmpty();

    fold.onTime(1_999, receiver);
    assertThat(receiver.settled).containsExactly("a");

    fold.onTime(2_000, receiver);
    assertThat(receiver.settled).containsExactly("a", "ab");
  }

  @Test
  void saysBeforeSettlingWhatTheStopAnnouncesAndTakesItBackInItsWords() {
    KeyFold<StringBuilder> fold = fold(true, FoldSettings.DEFAULT, null);

    fold.onInput(derived(1_000, "quiet", false), NEVER, receiver);
    assertThat(receiver.held().values()).isEmpty();

    fold.onInput(derived(2_000, "LOUD", false), NEVER, receiver);
    assertThat(receiver.held().values()).containsExactly("said after 0: quietLOUD");

    fold.onInput(derived(1_000, "low", true), NEVER, receiver);
    assertThat(receiver.held().values()).containsExactly("said after 0: lowLOUD");

    fold.onInput(derived(2_000, "quiet", true), NEVER, receiver);
    assertThat(receiver.held().values()).containsExactly("not said after 0: lowLOUD");
  }

  @Test
  void announcesAsOfWhatIsSettledAndNothingThatIsSettledAtOnce() {
    KeyFold<StringBuilder> fold = fold(true, FoldSettings.DEFAULT, null);
    fold.onInput(input(1_000, "LOUD!"), NEVER, receiver);
    fold.onTime(1_000, receiver);

    fold.onInput(input(2_000, "x"), 1_000, receiver);
    assertThat(receiver.held().values())
        .containsExactly("said after 0: LOUD!", "said after 5: LOUD!x");

    int sent = receiver.sent;
    fold.onTime(11_000, receiver);
    assertThat(receiver.settled).containsExactly("LOUD!", "LOUD!x", "LOUD!x.");
    assertThat(receiver.sent).isEqualTo(sent);
  }

  @Test
  void settlesADeadlineAtItsTimeThoughAYoungerInputWaits() {
    KeyFold<StringBuilder> fold = fold(true, FoldSettings.DEFAULT, null);
    fold.onInput(input(1_000, "a!"), NEVER, receiver);
    fold.onInput(input(60_000, "z"), NEVER, receiver);
    fold.onTime(1_000, receiver);
    assertThat(fold.wakeUpMs()).isEqualTo(11_000);

    fold.onTime(11_000, receiver);

    assertThat(receiver.settled).containsExactly("a!", "a!.");
    assertThat(fold.wakeUpMs()).isEqualTo(60_000);
  }

  @Test
  void goesOnFromItsBytesAsIfNothingHadHappened() {
    KeyFold<StringBuilder> fold = fold(false, FoldSettings.DEFAULT, null);
    fold.onInput(input(1_000, "a!"), NEVER, receiver);
    fold.onInput(input(3_000, "c"), NEVER, receiver);
    fold.setTimerMs(11_000);

    KeyFold<StringBuilder> restored =
        fold(false, FoldSettings.DEFAULT, fold.store(1_000, receiver));
    restored.onInput(input(2_000, "b"), 1_000, receiver);
    restored.onTime(20_000, receiver);

    assertThat(restored.timerMs()).isEqualTo(11_000);
    assertThat(receiver.held().values()).containsExactly("a!", "a!b", "a!bc", "a!bc.");
  }

  @Test
  void forcesTheOldestInstantOfAFullTailAndMarksIt() {
    KeyFold<StringBuilder> fold = fold(false, new FoldSettings(2, 1000), null);
    for (int i = 1; i <= 3; i++) {
      fold.onInput(input(i * 1_000L, "x"), NEVER, receiver);
    }
    assertThat(counters.forced()).isEqualTo(1);

    fold.onInput(input(500, "late"), NEVER, receiver);
    assertThat(counters.overtaken()).isEqualTo(1);
    assertThat(receiver.held().values()).contains("xlate", "xlatexx?");

    fold.onInput(derived(400, "again", true), NEVER, receiver);
    assertThat(counters.dropped()).isEqualTo(1);
  }

  @Test
  void refusesBytesOfAVersionThatItDoesNotKnow() {
    assertThatThrownBy(() -> fold(false, FoldSettings.DEFAULT, new byte[] {99}))
        .hasMessageContaining("version 99");
  }

  private KeyFold<StringBuilder> fold(
      boolean settles, FoldSettings settings, byte @Nullable [] stored) {
    FoldContext context =
        new FoldContext(settings, new RuleHistory(FirstRules.ruleSet()), counters);
    return new KeyFold<>(new Joining(settles), KEY, context, stored);
  }

  private static Input input(long timeMs, String text) {
    return input(timeMs, StopName.DECODE, text, false);
  }

  private static Input derived(long timeMs, @Nullable String text, boolean amends) {
    return input(timeMs, StopName.RECIPIENT, text, amends);
  }

  private static Input input(
      long timeMs, StopName producer, @Nullable String text, boolean amends) {
    Root root = new Root(timeMs, Rank.MESSAGE, "e" + timeMs);
    byte[] payload = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    return new Input(StopName.PAIR, KEY, root, new Path(producer, 7, 0), amends, payload);
  }

  /** Appends what it is told and says it all; "!" sets a deadline that appends a full stop. */
  private record Joining(boolean settles) implements Stop<StringBuilder> {
    @Override
    public StopName name() {
      return StopName.PAIR;
    }

    @Override
    public StringBuilder decode(byte @Nullable [] stored) {
      return new StringBuilder(stored == null ? "" : new String(stored, StandardCharsets.UTF_8));
    }

    @Override
    public byte @Nullable [] encode(StringBuilder state) {
      return state.length() == 0 ? null : state.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void apply(StringBuilder state, Input input, Step step) {
      state.append(new String(input.content(), StandardCharsets.UTF_8));
    }

    @Override
    public void judge(StringBuilder state, Step step) {
      String text = state + (step.isForced() && state.length() > 6 ? "?" : "");
      step.emit(StopName.SENDER, KEY, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long nextDeadlineMs(StringBuilder state) {
      boolean waits = state.indexOf("!") >= 0 && state.indexOf(".") < 0;
      return waits ? 11_000 : NO_DEADLINE;
    }

    @Override
    public void onDeadline(StringBuilder state, Step step) {
      state.append('.');
      judge(state, step);
    }

    @Override
    public byte @Nullable [] announcement(byte[] payload, byte @Nullable [] core) {
      String text = new String(payload, StandardCharsets.UTF_8);
      int settled = core == null ? 0 : core.length;
      String said = "said after " + settled + ": " + text;
      return text.contains("LOUD") ? said.getBytes(StandardCharsets.UTF_8) : null;
    }

    @Override
    public byte[] withdrawal(byte[] announcement) {
      String said = new String(announcement, StandardCharsets.UTF_8);
      return ("not " + said).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Holds what was sent and not taken back, by instant. */
  private static final class Receiver implements KeyFold.Sink {
    private final TreeMap<Root, String> held = new TreeMap<>();
    private final List<String> settled = new ArrayList<>();
    private int sent;

    @Override
    public void send(Input output) {
      sent++;
      if (output.isTombstone()) {
        held.remove(output.root());
      } else {
        held.put(output.root(), new String(output.content(), StandardCharsets.UTF_8));
      }
    }

    @Override
    public void settled(Output output) {
      settled.add(new String(output.payload(), StandardCharsets.UTF_8));
    }

    Map<Root, String> held() {
      return held;
    }
  }
}
