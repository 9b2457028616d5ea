package org.vigie.simulator;

import java.util.List;

/** At which hours of their day someone writes. */
public enum Rhythm {
  /** School in between, quiet nights; about a tenth after eleven at night. */
  PUPIL,
  WORKER,
  NIGHT_OWL;

  private static final long HOUR_MS = 3_600_000L;

  private static final List<Double> PUPIL_WEIGHTS =
      List.of(
          0.5, 0.2, 0.1, 0.0, 0.0, 0.0, 0.6, 2.0, 0.8, 0.6, 1.0, 0.7, //
          2.4, 1.2, 0.8, 1.0, 3.0, 4.0, 4.0, 4.0, 4.0, 3.6, 2.0, 1.0);
  private static final List<Double> WORKER_WEIGHTS =
      List.of(
          0.2, 0.1, 0.0, 0.0, 0.0, 0.3, 1.0, 2.0, 2.0, 1.4, 1.4, 1.5, //
          2.6, 2.0, 1.2, 1.2, 1.4, 2.4, 3.0, 3.0, 3.0, 2.6, 1.6, 0.7);
  private static final List<Double> NIGHT_OWL_WEIGHTS =
      List.of(
          3.0, 2.0, 1.2, 0.6, 0.2, 0.1, 0.0, 0.0, 0.2, 0.5, 1.0, 1.0, //
          1.4, 1.6, 1.4, 1.4, 1.6, 2.0, 2.4, 3.0, 3.4, 4.0, 4.0, 3.6);

  private static final double[][] SHARES = shares();

  private static double[][] shares() {
    double[][] shares = new double[values().length][];
    for (Rhythm rhythm : values()) {
      double total = rhythm.hourWeights().stream().mapToDouble(Double::doubleValue).sum();
      shares[rhythm.ordinal()] =
          rhythm.hourWeights().stream().mapToDouble(weight -> weight / total).toArray();
    }
    return shares;
  }

  /** A moment of a day at which such a person may write. */
  long momentMs(long dayMs, Dice dice) {
    return dayMs + dice.weighted(hourWeights()) * HOUR_MS + dice.between(0L, HOUR_MS - 1);
  }

  /** When such a person signs in first. */
  long morningMs(long dayMs, Dice dice) {
    long hour =
        switch (this) {
          case PUPIL -> dice.between(6, 8);
          case WORKER -> dice.between(5, 9);
          case NIGHT_OWL -> dice.between(9, 12);
        };
    return dayMs + hour * HOUR_MS + dice.between(0L, HOUR_MS - 1);
  }

  /** Share of a day's doings that falls into an hour, 0 to 23. */
  public double share(int hour) {
    return SHARES[ordinal()][hour];
  }

  /** Weights of the hours, from midnight on. */
  private List<Double> hourWeights() {
    return switch (this) {
      case PUPIL -> PUPIL_WEIGHTS;
      case WORKER -> WORKER_WEIGHTS;
      case NIGHT_OWL -> NIGHT_OWL_WEIGHTS;
    };
  }
}
