package org.vigie.reference;

import java.util.Comparator;

/**
 * When something is judged (page ¶2): effective time, then rank, then event id as UTF-16. Several
 * events can share one instant.
 */
record Instant(long timeMs, int rank, String id) implements Comparable<Instant> {
  static final int ACCOUNT_LIFE = 0;
  static final int INTERACTION = 1;
  static final int MESSAGE = 2;
  static final int REVIEW = 3;
  static final int DEADLINE = 4;

  /** Before everything. */
  static final Instant NEVER = new Instant(Long.MIN_VALUE, ACCOUNT_LIFE, "");

  /** After everything. */
  static final Instant NEVER_AGAIN = new Instant(Long.MAX_VALUE, DEADLINE, "");

  private static final Comparator<Instant> ORDER =
      Comparator.comparingLong(Instant::timeMs)
          .thenComparingInt(Instant::rank)
          .thenComparing(Instant::id);

  @Override
  public int compareTo(Instant other) {
    return ORDER.compare(this, other);
  }

  /** After everything of its millisecond. */
  Instant endOfMillisecond() {
    return new Instant(timeMs, DEADLINE, "");
  }

  boolean isBefore(Instant other) {
    return compareTo(other) < 0;
  }

  boolean isAfter(Instant other) {
    return compareTo(other) > 0;
  }

  /**
   * Whether it is one of those up to {@code end} that lie in the window (t − w, t] ending there.
   */
  boolean isWithin(long windowMs, Instant end) {
    return !isAfter(end) && timeMs > end.timeMs - windowMs;
  }
}
