package org.vigie.reference.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** ORDER §5.5: the property fails for each mistake that a platform is likely to make. */
final class MutantsTest {
  private static final int SEEDS = 1_000;

  @Test
  void catchesJudgingOnlyTheOwnInstant() {
    assertCaught(Mutants.JudgesOnlyTheOwnInstant::new);
  }

  @Test
  void catchesEnrichingWithTheLatestProfile() {
    assertCaught(Mutants.EnrichesWithTheLatestProfile::new);
  }

  @Test
  void catchesBreakingTiesByArrival() {
    assertCaught(Mutants.BreaksTiesByArrival::new);
  }

  @Test
  void catchesDroppingATailItem() {
    assertCaught(Mutants.DropsATailItem::new);
  }

  @Test
  void catchesARevisionCounterInTheIdentity() {
    assertCaught(Mutants.NumbersRevisionsOutsideTheFold::new);
  }

  @Test
  void catchesCommittingBeforeTheSnapshot() {
    assertCaught(Mutants.CommitsBeforeTheSnapshot::new);
  }

  @Test
  void catchesJudgingADeadlineAtTimerTime() {
    assertCaught(Mutants.JudgesDeadlinesAtTimerTime::new);
  }

  @Test
  void catchesTakingRequestsForDeletions() {
    assertCaught(Mutants.TakesRequestsForDeletions::new);
  }

  private static void assertCaught(Supplier<Plumbing> mutant) {
    OptionalLong caught =
        LongStream.range(0, SEEDS)
            .parallel()
            .filter(
                seed ->
                    Property.failure(Chronicle.of(seed), new Dice(seed).fork(), mutant.get())
                        .isPresent())
            .findAny();
    assertThat(caught).as("a seed below %d that catches it", SEEDS).isPresent();
  }
}
