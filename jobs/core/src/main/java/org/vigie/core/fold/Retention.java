package org.vigie.core.fold;

import org.vigie.core.event.Unknown;

/** When state is forgotten: deadlines on a coarse grid, so that they cost little. */
public final class Retention {
  private static final long DAY_MS = 24 * 3_600_000L;
  private static final long DELETED_MS = 90 * DAY_MS;

  private Retention() {}

  /** The first UTC midnight after a time. */
  public static long nextDayMs(long timeMs) {
    return (Math.floorDiv(timeMs, DAY_MS) + 1) * DAY_MS;
  }

  /** The first full second after a time. */
  public static long nextSecondMs(long timeMs) {
    return (Math.floorDiv(timeMs, 1000L) + 1) * 1000L;
  }

  /** When an account that was deleted is forgotten: 90 days on, at midnight. */
  public static long forgetsDeletedMs(long deletedMs) {
    return deletedMs == Unknown.TIME ? Stop.NO_DEADLINE : nextDayMs(deletedMs + DELETED_MS);
  }
}
