package org.vigie.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vigie.bench.run.StoredState;

/** What each stop of each peer keeps a key, as a Markdown table. */
public final class StateTable {
  private StateTable() {}

  /** A row for each peer's stops, in the order of results; empty where nothing keeps anything. */
  public static String of(List<RoundResult> results) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("peer", "stop", "keys", "core B/key", "with tail B/key", "checkpoint B/key"));
    results.stream().map(RoundResult::peer).distinct().forEach(peer -> add(peer, results, rows));
    return rows.size() == 1 ? "" : ResultTable.aligned(rows);
  }

  private static void add(String peer, List<RoundResult> results, List<List<String>> rows) {
    List<StoredState> stored =
        results.stream()
            .filter(round -> round.peer().equals(peer))
            .flatMap(round -> round.result().stops().stream())
            .toList();
    for (String stop : stored.stream().map(StoredState::stop).distinct().toList()) {
      List<StoredState> rounds = stored.stream().filter(one -> one.stop().equals(stop)).toList();
      Spread keys = spread(rounds, StoredState::keys);
      rows.add(
          List.of(
              peer,
              stop,
              ResultTable.number(keys.median(), 0),
              aKey(rounds, StoredState::coreBytes),
              aKey(rounds, StoredState::packedBytes),
              aKey(rounds, StoredState::storedBytes)));
    }
  }

  private static String aKey(List<StoredState> rounds, ToDoubleFunction<StoredState> bytes) {
    return ResultTable.spread(
        spread(rounds, one -> bytes.applyAsDouble(one) / Math.max(1, one.keys())), 1, 1);
  }

  private static Spread spread(List<StoredState> rounds, ToDoubleFunction<StoredState> figure) {
    return Spread.of(rounds.stream().mapToDouble(figure).toArray());
  }
}
