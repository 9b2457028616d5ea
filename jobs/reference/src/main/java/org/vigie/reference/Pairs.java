package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pairs of accounts and their lives (page ¶10). */
final class Pairs {
  private final Log log;
  private final Map<Log.Two, List<PairLife>> afterEachAct = new HashMap<>();

  Pairs(Log log) {
    this.log = log;
  }

  /** The pair as it exists at {@code asOf}; empty before its first act and once it has expired. */
  Optional<PairLife> existing(String one, String other, Instant asOf) {
    return latest(one, other, asOf).filter(life -> !life.isExpired(asOf));
  }

  /** Whether an act opens a pair (¶11). */
  boolean isOpening(Observation act) {
    return existing(act.actor(), act.target(), act.at())
        .flatMap(PairLife::opening)
        .filter(opening -> opening.at().equals(act.at()) && opening.actor().equals(act.actor()))
        .isPresent();
  }

  /** Whether an act is of the instant in which the opening of its pair is answered (¶11). */
  boolean isFirstAnswer(Observation act) {
    Optional<PairLife> now = existing(act.actor(), act.target(), act.at());
    boolean answered =
        now.map(life -> life.answered() && Acts.canAnswer(act) && !isByOpener(act, life))
            .orElse(false);
    return answered
        && afterEachAct(act.actor(), act.target()).stream()
            .filter(life -> life.last().isBefore(act.at()))
            .noneMatch(life -> life.answered() && life.first().equals(now.get().first()));
  }

  private static boolean isByOpener(Observation act, PairLife life) {
    return life.opening().map(opening -> opening.actor().equals(act.actor())).orElse(false);
  }

  /** The latest life of the pair that had begun at {@code asOf}, as it was then. */
  private Optional<PairLife> latest(String one, String other, Instant asOf) {
    Optional<PairLife> latest = Optional.empty();
    for (PairLife life : afterEachAct(one, other)) {
      if (!life.last().isAfter(asOf)) {
        latest = Optional.of(life);
      }
    }
    return latest;
  }

  /** The life that a pair was in after each of its acts, as that act left it. */
  private List<PairLife> afterEachAct(String one, String other) {
    return afterEachAct.computeIfAbsent(Log.Two.of(one, other), this::lives);
  }

  private List<PairLife> lives(Log.Two two) {
    List<PairLife> lives = new ArrayList<>();
    for (Observation act : log.actsBetween(two)) {
      boolean begins = lives.isEmpty() || lives.get(lives.size() - 1).isExpired(act.at());
      lives.add(begins ? PairLife.begunBy(act) : lives.get(lives.size() - 1).with(act));
    }
    return lives;
  }
}
