package org.vigie.core.fold;

import org.vigie.core.event.Unknown;

/** When state is forgotten: deadlines on a coarse grid, so that they cost little. */
public final class Retention {
  private static final long DAY_MS = 24 * 3_600_000L;
  private static final long QUIET_MS = 90 * DAY_MS;

  private Retention() {}

  /** The first UTC midnight after a time. */
  public static long nextDayMs(long timeMs) {
    return (Math.floorDiv(timeMs, DAY_MS) + 1) * DAY_MS;
  }

  /** The first full second after a time. */
  public static long nextSecondMs(long timeMs) {
    return (Math.floorDiv(timeMs, 1000L) + 1) * 1000L;
  }

  /**
   * When it is forgotten that somebody asked to be forgotten: at midnight after 90 days.
   *
   * @param requestedMs the latest request, unknown without one
   */
  public static long tombstoneEndsMs(long requestedMs) {
    return forgetsQuietMs(requestedMs);
  }

  /**
   * When a deleted account is forgotten: at midnight after 90 days in which nothing concerned it.
   *
   * @param quietSinceMs the last thing that did, its deletion included; unknown if not deleted
   */
  public static long forgetsQuietMs(long quietSinceMs) {
    return quietSinceMs == Unknown.TIME ? Stop.NO_DEADLINE : nextDayMs(quietSinceMs + QUIET_MS);
  }
}
