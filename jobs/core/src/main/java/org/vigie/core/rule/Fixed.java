package org.vigie.core.rule;

/**
 * Fixed-point numbers: a {@code long} counts 1/2²⁰. Every probability, weight, count and threshold
 * that is stored or compared is one of these, so that no result depends on floating-point order.
 */
public final class Fixed {
  private static final long HOUR_MS = 3_600_000L;

  /** One. */
  public static final long ONE = 1L << 20;

  /** The value of a feature that is not known; it compares true with nothing. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  private Fixed() {}

  /** The nearest fixed-point number to {@code value}. */
  public static long of(double value) {
    return Math.round(value * ONE);
  }

  /** A whole number. */
  public static long whole(long count) {
    return count * ONE;
  }

  /** Back to a double, for people and for the wire. */
  public static double toDouble(long fixed) {
    return (double) fixed / ONE;
  }

  /** {@code a * b}, rounded half up; both in 0..1, or one of them a small number. */
  public static long times(long a, long b) {
    return (a * b + (ONE >> 1)) >> 20;
  }

  /**
   * {@code a / b} of a number that is not negative, rounded half up as thresholds are, so that 4 of
   * 5 reaches 0.8; {@link #UNKNOWN} if b is 0 or either is unknown.
   */
  public static long ratio(long a, long b) {
    return a == UNKNOWN || b == UNKNOWN || b == 0 ? UNKNOWN : Math.floorDiv(a * ONE + b / 2, b);
  }

  /** Hours of a length of time, begun ones included, so that a bar from above is kept to the ms. */
  public static long begunHours(long ms) {
    return whole(Math.max(0, ms + HOUR_MS - 1) / HOUR_MS);
  }
}
