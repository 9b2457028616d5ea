package org.vigie.reference;

/** Spans of time that the page names, in milliseconds. */
final class Days {
  static final long SECOND_MS = 1_000L;
  static final long HOUR_MS = 3_600 * SECOND_MS;
  static final long DAY_MS = 24 * HOUR_MS;

  private Days() {}

  /** So many hours that the last one may only have begun. */
  static long begunHours(long spanMs) {
    return -Math.floorDiv(-spanMs, HOUR_MS);
  }

  /** The first midnight (UTC) after {@code timeMs}, never {@code timeMs} itself. */
  static long nextMidnight(long timeMs) {
    return Math.floorDiv(timeMs, DAY_MS) * DAY_MS + DAY_MS;
  }

  /** The first full second after {@code timeMs}, never {@code timeMs} itself. */
  static long nextSecond(long timeMs) {
    return Math.floorDiv(timeMs, SECOND_MS) * SECOND_MS + SECOND_MS;
  }
}
