package org.vigie.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.bench.run.PeerResult;
import org.vigie.bench.run.Phase;
import org.vigie.bench.run.StoredState;
import org.vigie.bench.stream.StreamFacts;

class SummaryTest {
  private static final StreamFacts FACTS =
      new StreamFacts(1_000, 100, 90, 400, 600, 1, 50, 187_000, 0, 0);
  private static final List<String> FLOORS = List.of("null", "absent");

  @Test
  void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(Spread.of(9, 1, 2, 4)).isEqualTo(new Spread(3, 1, 9));
    assertThat(Spread.of(5)).isEqualTo(new Spread(5, 5, 5));
    assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ratiosCompareWithinARoundSoThatADearRoundChangesNothing() {
    List<RoundResult> results =
        List.of(
            round("null", 1, 2), round("vigie", 1, 6), round("null", 2, 20), round("vigie", 2, 80));
    Summary vigie = Summary.of(results, FLOORS).get(1);
    assertThat(vigie.peer()).isEqualTo("vigie");
    assertThat(vigie.rounds()).isEqualTo(2);
    assertThat(vigie.timesFloors())
        .containsExactly(Optional.of(new Spread(3.5, 3, 4)), Optional.empty());
  }

  @Test
  void tableLinesUpAndSaysADashWhereAFloorDidNotRun() {
    List<Summary> summaries =
        Summary.of(List.of(round("null", 1, 2), round("null-3hop", 1, 31.94)), FLOORS);
    assertThat(ResultTable.of(summaries, FLOORS, FACTS))
        .isEqualTo(
            """
            | peer      | rounds | k events/s    | CPU µs/event, steady | CPU µs/event, whole | x null              | x absent | broker µs/event | RSS MiB | state MiB | state B/account | state B/pair | alerts |
            |-----------|--------|---------------|----------------------|---------------------|---------------------|----------|-----------------|---------|-----------|-----------------|--------------|--------|
            | null      | 1      | 500 (500-500) | 2.0 (2.0-2.0)        | 2.0 (2.0-2.0)       | 1.00 (1.00-1.00)    | -        | 0.8             | 512     | 3.0       | 31,457          | 7,864        | 7      |
            | null-3hop | 1      | 500 (500-500) | 31.9 (31.9-31.9)     | 31.9 (31.9-31.9)    | 15.97 (15.97-15.97) | -        | 0.8             | 512     | 3.0       | 31,457          | 7,864        | 7      |
            """);
  }

  @Test
  void tellsWhatEachStopKeepsAKey() {
    List<RoundResult> results =
        List.of(round("vigie", 1, 6), round("vigie", 2, 6), round("vigie", 3, 6));
    assertThat(StateTable.of(results))
        .isEqualTo(
            """
            | peer  | stop | keys | core B/key    | with tail B/key | checkpoint B/key |
            |-------|------|------|---------------|-----------------|------------------|
            | vigie | pair | 400  | 1.0 (0.5-1.5) | 2.0 (1.0-3.0)   | 20.0 (20.0-20.0) |
            """);
    assertThat(StateTable.of(List.of())).isEmpty();
  }

  @Test
  void jsonLineCarriesItsTypeAndItsFigures() throws Exception {
    assertThat(new JsonLines(Optional.empty()).line("facts", FACTS))
        .isEqualTo(
            "{\"type\":\"facts\",\"events\":1000,\"senders\":100,\"recipients\":90,\"pairs\":400,"
                + "\"knownContactEvents\":600,\"fanOutSenders\":1,\"fanOutEvents\":50,"
                + "\"valueBytes\":187000,\"sessions\":0,\"interactions\":0}");
  }

  @Test
  void jsonLineOfARoundNamesThePeer() throws Exception {
    assertThat(new JsonLines(Optional.empty()).line("round", round("null", 3, 2)))
        .startsWith("{\"type\":\"round\",\"peer\":\"null\",\"round\":3,")
        .contains("\"steady\":{\"events\":500,");
  }

  private static RoundResult round(String peer, int round, double steadyMicros) {
    long steadyNanos = Math.round(steadyMicros * 1_000 * 500);
    PeerResult result =
        new PeerResult(
            new Phase(500, 1_000_000, steadyNanos),
            new Phase(1_000, 4_000_000, steadyNanos * 2),
            512L << 20,
            3L << 20,
            20,
            2,
            7,
            List.of(new StoredState("pair", 400, 200L * round, 400L * round, 8_000)));
    return new RoundResult(peer, round, 0.8, result);
  }
}
