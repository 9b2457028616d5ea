package org.vigie.bench.stream;

import java.util.Arrays;

/**
 * The Zipf-Mandelbrot law of exponent 1: rank k (from 0) is drawn with a probability proportional
 * to 1 / (k + 1 + offset). Holds one {@code double} a rank.
 */
final class ZipfMandelbrot {
  private final double[] cumulative;

  ZipfMandelbrot(int ranks, double offset) {
    if (ranks < 1) {
      throw new IllegalArgumentException("ranks " + ranks + " is below 1");
    }
    cumulative = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1 / (rank + 1 + offset);
      cumulative[rank] = sum;
    }
  }

  /** The rank at {@code uniform}, a draw from [0, 1). */
  int rank(double uniform) {
    double target = uniform * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, target);
    int rank = found >= 0 ? found + 1 : -found - 1;
    return Math.min(rank, cumulative.length - 1);
  }
}
