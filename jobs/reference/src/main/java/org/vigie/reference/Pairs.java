package org.vigie.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pairs of accounts and their lives (page ¶10). */
final class Pairs {
  private final Log log;
  private final Map<Log.Two, List<PairLife>> lives = new HashMap<>();

  Pairs(Log log) {
    this.log = log;
  }

  /** The lives of a pair that had begun at {@code asOf}, each as it was then, in order. */
  List<PairLife> lives(String one, String other, Instant asOf) {
    return lives
        .computeIfAbsent(Log.Two.of(one, other), two -> PairLife.lives(log.actsBetween(two)))
        .stream()
        .flatMap(life -> life.asOf(asOf).stream())
        .toList();
  }

  /** Whether an act opens a pair (¶11). */
  boolean isOpening(Observation act) {
    return existing(act.actor(), act.target(), act.at())
        .flatMap(PairLife::opening)
        .filter(opening -> opening.at().equals(act.at()) && opening.actor().equals(act.actor()))
        .isPresent();
  }

  /** The pair as it exists at {@code asOf}; empty before its first act and once it has expired. */
  Optional<PairLife> existing(String one, String other, Instant asOf) {
    List<PairLife> begun = lives(one, other, asOf);
    if (begun.isEmpty() || begun.get(begun.size() - 1).isExpired(asOf)) {
      return Optional.empty();
    }
    return Optional.of(begun.get(begun.size() - 1));
  }
}
