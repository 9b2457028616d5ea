package org.vigie.reference.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vigie.core.alert.Alert;
import org.vigie.core.alert.AlertState;
import org.vigie.core.alert.Announcement;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.order.Input;

/**
 * ORDER §4 over random logs, turns and crashes: whatever is said on arrival is settled, taken back
 * or, after a crash, void; what is certain is settled; progress never claims too much.
 */
final class SaysOnArrivalTest {
  private static final String NAME = "SaysOnArrivalTest#endsSettledTakenBackOrVoid";
  private static final int MUTANT_SEEDS = 2_000;

  /** And the seeds are many enough for something to be taken back and something certain. */
  @Test
  void endsSettledTakenBackOrVoid() {
    LongAdder withdrawals = new LongAdder();
    LongAdder certain = new LongAdder();
    Seeds.assertAll(
        Seeds.chosen(2_000),
        NAME,
        (log, seed) -> {
          Arrivals arrivals = new Arrivals();
          Optional<String> failure = failure(log, seed, arrivals);
          withdrawals.add(arrivals.withdrawals());
          certain.add(arrivals.certain());
          return failure;
        },
        Chronicle::of);
    if (Seeds.areMany()) {
      assertThat(List.of(withdrawals.sum(), certain.sum())).allMatch(count -> count > 0);
    }
  }

  @Test
  void catchesWhatIsNeverTakenBack() {
    assertCaught(
        () ->
            new Arrivals() {
              @Override
              void said(Input said) {
                Alert alert = Announcement.fromBytes(said.content()).alert();
                if (alert.state() != AlertState.WITHDRAWN) {
                  super.said(said);
                }
              }
            });
  }

  @Test
  void catchesCertaintyOfWhatMayBeUndone() {
    assertCaught(
        () ->
            new Arrivals() {
              @Override
              boolean isCertain(Alert alert) {
                return true;
              }
            });
  }

  private static void assertCaught(Supplier<Arrivals> mutant) {
    OptionalLong caught =
        LongStream.range(0, MUTANT_SEEDS)
            .parallel()
            .filter(seed -> failure(Chronicle.of(seed), seed, mutant.get()).isPresent())
            .findAny();
    assertThat(caught).as("a seed below %d that catches it", MUTANT_SEEDS).isPresent();
  }

  private static Optional<String> failure(List<RecordedEvent> log, long seed, Arrivals arrivals) {
    Property.pipeline(log, new Dice(seed).fork(), arrivals).run();
    return arrivals.failure();
  }
}
