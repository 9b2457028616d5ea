package org.vigie.detection.replay;

import java.util.Arrays;
import java.util.Comparator;
import org.vigie.detection.decode.LogRecord;

/**
 * A record with its place in time.
 *
 * @param timeMs effective time, epoch milliseconds
 */
record SortedRecord(long timeMs, LogRecord record) {
  /** By time, then by content, so that the order of lines in a file never matters. */
  static final Comparator<SortedRecord> ORDER =
      Comparator.comparingLong(SortedRecord::timeMs)
          .thenComparing(SortedRecord::byContent)
          .thenComparing(sorted -> sorted.record().topic())
          .thenComparingInt(sorted -> sorted.record().partition())
          .thenComparingLong(sorted -> sorted.record().offset())
          .thenComparingLong(sorted -> sorted.record().recordedMs());

  /** Whether both are the same event, word for word. */
  boolean repeats(SortedRecord other) {
    return timeMs == other.timeMs && byContent(this, other) == 0;
  }

  private static int byContent(SortedRecord one, SortedRecord other) {
    int byKind = one.record().kind().compareTo(other.record().kind());
    return byKind != 0
        ? byKind
        : Arrays.compareUnsigned(one.record().payload(), other.record().payload());
  }
}
