package org.vigie.core.event;

/**
 * One indicator that a classifier of the platform put on an event.
 *
 * @param code what was indicated; codes outside the vocabulary do not reach this type
 * @param score 0..1; a rule's default bar is 0.5
 * @param ageMin stated age in whole years with AGE_DISCLOSURE, else {@link Unknown#INT}
 * @param ageMax likewise
 */
public record Signal(SignalCode code, double score, int ageMin, int ageMax) {
  /** A rule's default bar (CONTRACT §2). */
  public static final double BAR = 0.5;

  /** A score that needs no second hit (DOMAIN §2). */
  public static final double STRONG = 0.8;

  public Signal {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score " + score + " is outside 0..1");
    }
  }

  /** Whether the score reaches the default bar. */
  public boolean counts() {
    return score >= BAR;
  }

  /** Whether one such signal is enough. */
  public boolean isStrong() {
    return score >= STRONG;
  }
}
