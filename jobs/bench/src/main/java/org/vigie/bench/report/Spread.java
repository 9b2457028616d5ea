package org.vigie.bench.report;

import java.util.Arrays;

/**
 * One figure over all rounds.
 *
 * @param median of an even number of rounds the mean of the middle two
 * @param min smallest
 * @param max greatest
 */
public record Spread(double median, double min, double max) {
  /**
   * The spread of these values.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Spread of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }
}
