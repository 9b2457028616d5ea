package org.vigie.simulator.world;

import java.time.Instant;

/**
 * What a world is drawn from: the same settings give the same bytes.
 *
 * @param seed decides everything that is drawn
 * @param accounts how many accounts there are in all, the planted ones among them; {@link
 *     #ACCOUNTS_MIN} to {@link #ACCOUNTS_MAX}
 * @param days how long it is watched; {@link #DAYS_MIN} to {@link #DAYS_MAX}
 * @param startMs first midnight (UTC), epoch milliseconds
 * @param ageNoise share of what is said about ages that is replaced by any age at all, 0 to {@link
 *     #AGE_NOISE_MAX}; beyond the errors that sources have anyway
 * @param faintOfTen of ten planted cases of a kind so many show little, 0 to 10; where it is 0, no
 *     case is veiled or encrypted either, and those who play in it look the age that they are
 */
public record WorldSettings(
    long seed, int accounts, int days, long startMs, double ageNoise, int faintOfTen) {
  /** Unless another number is asked for. */
  public static final int FAINT_OF_TEN = 3;

  /** With more of it nothing that is said about ages means anything. */
  public static final double AGE_NOISE_MAX = 0.9;

  /** Below this the stories would have to share their people. */
  public static final int ACCOUNTS_MIN = 200;

  /** Memory does not grow with it, but time and disk do. */
  public static final int ACCOUNTS_MAX = 1_000_000;

  /** What is planted must have the time to happen. */
  public static final int DAYS_MIN = 10;

  /** A year. */
  public static final int DAYS_MAX = 366;

  /** The first midnight unless another is asked for: a Monday. */
  public static final long START_MS = Instant.parse("2025-03-03T00:00:00Z").toEpochMilli();

  static final long DAY_MS = 86_400_000L;

  public WorldSettings {
    if (accounts < ACCOUNTS_MIN || accounts > ACCOUNTS_MAX) {
      throw new IllegalArgumentException(
          "accounts %d: %d to %d are possible".formatted(accounts, ACCOUNTS_MIN, ACCOUNTS_MAX));
    }
    if (days < DAYS_MIN || days > DAYS_MAX) {
      throw new IllegalArgumentException(
          "days %d: %d to %d are possible".formatted(days, DAYS_MIN, DAYS_MAX));
    }
    if (startMs < 0 || startMs % DAY_MS != 0) {
      throw new IllegalArgumentException("startMs " + startMs + " is no midnight from 1970 on");
    }
    if (!(ageNoise >= 0 && ageNoise <= AGE_NOISE_MAX)) {
      throw new IllegalArgumentException(
          "age noise %s: 0 to %s are possible".formatted(ageNoise, AGE_NOISE_MAX));
    }
    if (faintOfTen < 0 || faintOfTen > 10) {
      throw new IllegalArgumentException(
          "faint of ten %d: 0 to 10 are possible".formatted(faintOfTen));
    }
  }

  /** So many accounts over so many days, from {@link #START_MS} on. */
  public static WorldSettings of(int accounts, int days, long seed) {
    return new WorldSettings(seed, accounts, days, START_MS, 0, FAINT_OF_TEN);
  }

  /** The same people, of whose ages less is known. */
  public WorldSettings withAgeNoise(double share) {
    return new WorldSettings(seed, accounts, days, startMs, share, faintOfTen);
  }

  /** The same people, of whose harm more or less shows. */
  public WorldSettings withFaintOfTen(int cases) {
    return new WorldSettings(seed, accounts, days, startMs, ageNoise, cases);
  }

  /** When the last day is over, epoch milliseconds. */
  public long endMs() {
    return startMs + days * DAY_MS;
  }
}
