package org.vigie.reference;

import java.util.List;
import org.vigie.core.rule.AgeBand;
import org.vigie.core.rule.Fixed;

/**
 * What is believed of an account's age (page ¶6, ¶7).
 *
 * @param sourced whether anything was stated at all
 * @param bands probability of each {@link AgeBand}, in order, fixed-point
 */
record Belief(boolean sourced, List<Long> bands) {
  Belief {
    bands = List.copyOf(bands);
  }

  long pMinor() {
    return bands.get(0) + bands.get(1) + bands.get(2);
  }

  private long pUnder16() {
    return bands.get(0) + bands.get(1);
  }

  private long p18To20() {
    return bands.get(3);
  }

  private long p21AndOver() {
    return bands.get(4);
  }

  long pAdult() {
    return p18To20() + p21AndOver();
  }

  /** Probability of an age gap, this one the older; 0 when either is unsourced (¶7). */
  long ageGap(Belief younger) {
    if (!sourced || !younger.sourced) {
      return 0;
    }
    long halfOf18To20 = Fixed.times(Fixed.ONE / 2, p18To20());
    return Fixed.times(p21AndOver(), younger.pMinor())
        + Fixed.times(halfOf18To20, younger.pUnder16());
  }
}
