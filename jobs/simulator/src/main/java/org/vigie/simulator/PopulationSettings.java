package org.vigie.simulator;

import java.time.Instant;

/**
 * What a population is drawn from: the same settings give the same events, byte for byte.
 *
 * @param community the tenant that it lives in
 * @param seed decides everything that is drawn
 * @param accounts how many people there are, the planted ones among them; {@link #ACCOUNTS_MIN} to
 *     {@link #ACCOUNTS_MAX}
 * @param days how long it is watched; {@link #DAYS_MIN} to {@link #DAYS_MAX}
 * @param startMs first midnight (UTC), epoch milliseconds
 */
public record PopulationSettings(
    String community, long seed, int accounts, int days, long startMs) {
  /** Below this a school class, a room and the planted cases would share people. */
  public static final int ACCOUNTS_MIN = 120;

  /** Everything is drawn in memory. */
  public static final int ACCOUNTS_MAX = 20_000;

  /** The longest of the planted stories takes this long. */
  public static final int DAYS_MIN = 10;

  /** Everything is drawn in memory. */
  public static final int DAYS_MAX = 90;

  private static final long DAY_MS = 86_400_000L;

  /** Some three hundred people over ten days, from a Monday. */
  public static final PopulationSettings DEFAULT =
      new PopulationSettings(
          "harbour", 7, 300, 10, Instant.parse("2025-03-03T00:00:00Z").toEpochMilli());

  public PopulationSettings {
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
  }

  /** The same with another seed. */
  public PopulationSettings withSeed(long otherSeed) {
    return new PopulationSettings(community, otherSeed, accounts, days, startMs);
  }

  /** When the last day is over, epoch milliseconds. */
  public long endMs() {
    return dayMs(days);
  }

  /** Midnight of a day, the first being 0. */
  long dayMs(int day) {
    return startMs + day * DAY_MS;
  }
}
