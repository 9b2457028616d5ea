package org.vigie.detection.replay;

import java.util.Arrays;
import java.util.Comparator;
import org.vigie.core.event.Trace;
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
          .thenComparingLong(sorted -> sorted.record().recordedMs())
          .thenComparing(sorted -> sorted.record().trace(), SortedRecord::byTrace);

  /** Whether both are the same event, word for word. */
  boolean repeats(SortedRecord other) {
    return timeMs == other.timeMs && byContent(this, other) == 0;
  }

  /** Any order will do as long as it is one. */
  private static int byTrace(Trace one, Trace other) {
    return one.equals(other) ? 0 : one.traceparent().compareTo(other.traceparent());
  }

  private static int byContent(SortedRecord one, SortedRecord other) {
    int byKind = one.record().kind().compareTo(other.record().kind());
    return byKind != 0
        ? byKind
        : Arrays.compareUnsigned(one.record().payload(), other.record().payload());
  }
}
