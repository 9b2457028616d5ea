package org.vigie.core.judge;

import org.vigie.core.rule.Fixed;

/** The upper tail of a binomial distribution. */
final class Binomial {
  private Binomial() {}

  /**
   * P(X ≥ k), X ~ Bin(n, p), fixed-point.
   *
   * @param trials n, 0 or more; meant for hundreds at the most (the terms are summed)
   * @param successes k; 0 or less gives one
   * @param share p, fixed-point in (0, 1)
   */
  static long tail(int trials, int successes, long share) {
    if (successes <= 0) {
      return Fixed.ONE;
    }
    double p = Fixed.toDouble(share);
    double log = successes * StrictMath.log(p) + (trials - successes) * StrictMath.log(1 - p);
    for (int i = 1; i <= successes; i++) {
      log += StrictMath.log((double) (trials - successes + i) / i);
    }
    double term = successes > trials ? 0 : StrictMath.exp(log);
    double sum = 0;
    for (int x = successes; x <= trials; x++) {
      sum += term;
      term *= (double) (trials - x) / (x + 1) * p / (1 - p);
    }
    return Math.min(Fixed.ONE, Math.round(sum * Fixed.ONE));
  }
}
