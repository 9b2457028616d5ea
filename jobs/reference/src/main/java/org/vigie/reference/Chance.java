package org.vigie.reference;

import java.math.BigInteger;
import org.vigie.core.rule.Fixed;

/** How likely so many minors are by chance (page ¶14), in exact whole numbers. */
final class Chance {
  private static final int FIXED_BITS = 20;

  private Chance() {}

  /**
   * P(X ≥ k) for X binomial, rounded half up to 1/2²⁰.
   *
   * @param trials n, a whole number
   * @param successes k, a whole number
   * @param share probability of one success, fixed-point
   */
  static long atLeast(long trials, long successes, long share) {
    if (successes <= 0) {
      return Fixed.ONE;
    }
    int n = Math.toIntExact(trials);
    BigInteger hit = BigInteger.valueOf(share);
    BigInteger miss = BigInteger.valueOf(Fixed.ONE - share);
    // The sum of choose(n, i) hit^i miss^(n - i), in units of 1/2^(20 n).
    BigInteger sum = BigInteger.ZERO;
    BigInteger choose = BigInteger.ONE;
    for (int i = 0; i <= n; i++) {
      if (i >= successes) {
        sum = sum.add(choose.multiply(hit.pow(i)).multiply(miss.pow(n - i)));
      }
      choose = choose.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1L));
    }
    BigInteger whole = BigInteger.ONE.shiftLeft(FIXED_BITS * n);
    return sum.shiftLeft(FIXED_BITS + 1).add(whole).shiftRight(FIXED_BITS * n + 1).longValueExact();
  }
}
