package org.vigie.reference.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
  private static final int COVERED_SEEDS = 300;

  @Test
  void endsSettledTakenBackOrVoid() {
    Seeds.assertAll(
        Seeds.chosen(2_000),
        NAME,
        (log, seed) -> failure(log, seed, new Arrivals()),
        Chronicle::of);
  }

  @Test
  void hasSomethingTakenBackAndSomethingCertainToLookAt() {
    long withdrawals = 0;
    long certain = 0;
    for (long seed = 0; seed < COVERED_SEEDS; seed++) {
      Arrivals arrivals = new Arrivals();
      assertThat(failure(Chronicle.of(seed), seed, arrivals)).as("seed %d", seed).isEmpty();
      withdrawals += arrivals.withdrawals();
      certain += arrivals.certain();
    }

    assertThat(List.of(withdrawals, certain)).allMatch(count -> count > 0);
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
            .filter(seed -> failure(Chronicle.of(seed), seed, mutant.get()).isPresent())
            .findFirst();
    assertThat(caught).as("a seed below %d that catches it", MUTANT_SEEDS).isPresent();
  }

  private static Optional<String> failure(List<RecordedEvent> log, long seed, Arrivals arrivals) {
    Property.pipeline(log, new Dice(seed).fork(), arrivals).run();
    return arrivals.failure();
  }
}
