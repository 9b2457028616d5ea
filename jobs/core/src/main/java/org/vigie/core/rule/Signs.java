package org.vigie.core.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.vigie.core.event.SignalCode;

/**
 * A set of signs: signal codes and acts. Sets iterate in the order of the vocabulary, so that a
 * rule set has one hash on every machine.
 *
 * @param each whether the code that a rule is judged for at the moment is one of them
 */
public record Signs(Set<SignalCode> codes, Set<PairAct> acts, boolean each) {
  /** Acts follow the codes, with room for more codes. */
  private static final int FIRST_ACT = 40;

  private static final SignalCode[] CODES = SignalCode.values();
  private static final PairAct[] ACTS = PairAct.values();

  public Signs {
    codes = ordered(codes, SignalCode.class);
    acts = ordered(acts, PairAct.class);
  }

  /** Signal codes alone. */
  public static Signs of(SignalCode... codes) {
    return new Signs(Set.of(codes), Set.of(), false);
  }

  /** Acts alone. */
  public static Signs of(PairAct... acts) {
    return new Signs(Set.of(), Set.of(acts), false);
  }

  private static <E extends Enum<E>> Set<E> ordered(Collection<E> some, Class<E> type) {
    EnumSet<E> set = EnumSet.noneOf(type);
    set.addAll(some);
    return Collections.unmodifiableSet(set);
  }

  /** A bit a sign; without the code that {@code each} stands for. */
  public long mask() {
    long mask = 0;
    for (SignalCode code : codes) {
      mask |= bit(code);
    }
    for (PairAct act : acts) {
      mask |= bit(act);
    }
    return mask;
  }

  /** Bit of a code in a mask. */
  public static long bit(SignalCode code) {
    return 1L << code.ordinal();
  }

  /** Bit of an act in a mask. */
  public static long bit(PairAct act) {
    return 1L << (FIRST_ACT + act.ordinal());
  }

  /** The codes of a mask, a bit each by ordinal. */
  public static int codesOf(long mask) {
    return (int) (mask & ((1L << CODES.length) - 1));
  }

  /** Mask of {@link Family#bit} of the signs of a mask. */
  public static int families(long mask) {
    int families = 0;
    for (SignalCode code : CODES) {
      families |= (mask & bit(code)) == 0 ? 0 : Family.of(code).bit();
    }
    for (PairAct act : ACTS) {
      families |= (mask & bit(act)) == 0 ? 0 : act.family().bit();
    }
    return families;
  }
}
