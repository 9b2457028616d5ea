package org.vigie.bench.report;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One peer over all rounds of a run.
 *
 * @param peer its name
 * @param rounds how many
 * @param steadyEventsPerSecond from half of the topic read to everything processed
 * @param steadyCpuMicros CPU microseconds an event in the same stretch
 * @param wholeCpuMicros CPU microseconds an event from the first record on
 * @param timesFloors its steady CPU over that of each floor of the run, the same round's, in the
 *     order of the floors asked for; empty where that floor did not run
 * @param brokerCpuMicros CPU microseconds an event that the broker spent
 * @param residentPeakBytes of the process
 * @param stateBytes of a checkpoint after the last event
 * @param alerts raised
 */
public record Summary(
    String peer,
    int rounds,
    Spread steadyEventsPerSecond,
    Spread steadyCpuMicros,
    Spread wholeCpuMicros,
    List<Optional<Spread>> timesFloors,
    Spread brokerCpuMicros,
    Spread residentPeakBytes,
    Spread stateBytes,
    Spread alerts) {
  public Summary {
    timesFloors = List.copyOf(timesFloors);
  }

  /**
   * Sums up each peer, in the order of their first results.
   *
   * @param results of all rounds of one run
   * @param floors names of the peers that ratios are relative to
   */
  public static List<Summary> of(List<RoundResult> results, List<String> floors) {
    return results.stream()
        .map(RoundResult::peer)
        .distinct()
        .map(peer -> ofPeer(peer, results, floors))
        .toList();
  }

  private static Summary ofPeer(String peer, List<RoundResult> results, List<String> floors) {
    List<RoundResult> own = results.stream().filter(r -> r.peer().equals(peer)).toList();
    return new Summary(
        peer,
        own.size(),
        spread(own, r -> r.result().steady().eventsPerSecond()),
        spread(own, RoundResult::steadyCpuMicros),
        spread(own, RoundResult::wholeCpuMicros),
        floors.stream().map(floor -> timesFloor(own, results, floor)).toList(),
        spread(own, RoundResult::brokerCpuMicrosPerEvent),
        spread(own, r -> r.result().residentPeakBytes()),
        spread(own, r -> r.result().stateBytes()),
        spread(own, r -> r.result().alerts()));
  }

  private static Optional<Spread> timesFloor(
      List<RoundResult> own, List<RoundResult> all, String floor) {
    double[] ratios =
        own.stream()
            .flatMapToDouble(
                mine ->
                    all.stream()
                        .filter(r -> r.peer().equals(floor) && r.round() == mine.round())
                        .mapToDouble(r -> mine.steadyCpuMicros() / r.steadyCpuMicros()))
            .toArray();
    return ratios.length == 0 ? Optional.empty() : Optional.of(Spread.of(ratios));
  }

  private static Spread spread(List<RoundResult> results, ToDoubleFunction<RoundResult> figure) {
    return Spread.of(results.stream().mapToDouble(figure).toArray());
  }
}
