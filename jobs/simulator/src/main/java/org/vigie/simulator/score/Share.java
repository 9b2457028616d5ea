package org.vigie.simulator.score;

/**
 * So many of so many.
 *
 * @param hits how many, at most of
 * @param of of how many; 0 where there was nothing to hit
 */
public record Share(int hits, int of) {
  public Share {
    if (hits < 0 || hits > of) {
      throw new IllegalArgumentException(hits + " of " + of + " is no share");
    }
  }

  /** 0 to 1; 0 of nothing. */
  public double value() {
    return of == 0 ? 0 : (double) hits / of;
  }
}
