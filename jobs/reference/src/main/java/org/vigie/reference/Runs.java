package org.vigie.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Messages that nobody answered, as pairs tell of them (page 0011 ¶44). */
final class Runs {
  /** At how many an account is told. */
  private static final Set<Integer> TOLD = Set.of(4, 8, 16, 32);

  private record Direction(String account, String other) {}

  private final Log log;
  private final Pairs pairs;
  private final Map<Direction, NavigableMap<Instant, Integer>> told = new HashMap<>();

  Runs(Log log, Pairs pairs) {
    this.log = log;
    this.pairs = pairs;
  }

  /** When an account is told how many messages of it the other left unanswered; 0 when over. */
  NavigableMap<Instant, Integer> told(String account, String other) {
    return told.computeIfAbsent(new Direction(account, other), this::toldOf);
  }

  private NavigableMap<Instant, Integer> toldOf(Direction direction) {
    NavigableMap<Instant, Integer> all = new TreeMap<>();
    int latest = 0;
    Instant lifeBegan = Instant.NEVER;
    for (Observation act : log.actsBetween(Log.Two.of(direction.account(), direction.other()))) {
      PairLife life =
          pairs.existing(direction.account(), direction.other(), act.at()).orElseThrow();
      // ¶10: with the pair all of it is forgotten, also what it told.
      latest = life.first().equals(lifeBegan) ? latest : 0;
      lifeBegan = life.first();
      int run = run(life, direction);
      if (run > latest && TOLD.contains(run) || run == 0 && latest > 0) {
        all.put(act.at(), run);
        latest = run;
      }
    }
    return all;
  }

  /** Private messages of the account since the other's last act, else since the pair's first. */
  private static int run(PairLife life, Direction direction) {
    int run = 0;
    Instant othersLast = Instant.NEVER;
    for (Observation act : life.acts()) {
      if (act.actor().equals(direction.other())) {
        othersLast = act.at();
      }
    }
    for (Observation act : life.acts()) {
      boolean counts =
          act.actor().equals(direction.account())
              && act.message().map(Codes::isPrivate).orElse(false);
      run += counts && act.at().isAfter(othersLast) ? 1 : 0;
    }
    return run;
  }
}
