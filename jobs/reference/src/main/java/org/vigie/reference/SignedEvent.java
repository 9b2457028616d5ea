package org.vigie.reference;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.PairAct;

/**
 * An event of a pair that bears a sign (page 0011 ¶40).
 *
 * @param from which of the two acted
 * @param codes the codes that it bears
 * @param strong those of them with a high score
 * @param acts what it is beside codes
 * @param isPrivate whether nobody but a few saw it
 */
record SignedEvent(
    Instant at,
    String from,
    Set<SignalCode> codes,
    Set<SignalCode> strong,
    Set<PairAct> acts,
    boolean isPrivate) {
  SignedEvent {
    codes = Collections.unmodifiableSet(ordered(codes, SignalCode.class));
    strong = Collections.unmodifiableSet(ordered(strong, SignalCode.class));
    acts = Collections.unmodifiableSet(ordered(acts, PairAct.class));
  }

  private static <E extends Enum<E>> Set<E> ordered(Set<E> some, Class<E> type) {
    EnumSet<E> set = EnumSet.noneOf(type);
    set.addAll(some);
    return set;
  }

  /** Codes and acts. */
  Set<Enum<?>> signs() {
    Set<Enum<?>> signs = new LinkedHashSet<>(codes);
    signs.addAll(acts);
    return signs;
  }

  /** Whether a sign of it is a strong one: acts always are. */
  boolean isStrong(Enum<?> sign) {
    return strong.contains(sign) || acts.contains(sign);
  }

  /** Whether it is a block, a report or a decline. */
  boolean isReaction() {
    return acts.contains(PairAct.BLOCK)
        || acts.contains(PairAct.REPORT)
        || acts.contains(PairAct.DECLINE);
  }
}
