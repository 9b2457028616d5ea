package org.vigie.detection.decode;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.core.event.Trace;
import org.vigie.schemas.RecordKind;

/**
 * A record as it stands in the log, before anyone has looked into it.
 *
 * @param kind which record its place holds, a topic or a typed line
 * @param topic topic; for a file line that names none, empty
 * @param partition partition, 0 for a file line that names none
 * @param offset offset, {@link #NO_OFFSET} for a file line that names none
 * @param recordedMs when the log recorded it (append time), epoch milliseconds
 * @param key the record's key, if it has one
 * @param payload its bytes, null for a record without value
 * @param trace the trace that its header names
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as the log has them; copies cost at every hop
public record LogRecord(
    RecordKind kind,
    String topic,
    int partition,
    long offset,
    long recordedMs,
    byte @Nullable [] key,
    byte @Nullable [] payload,
    Trace trace) {
  /** The record does not stand in a log. */
  public static final long NO_OFFSET = -1;

  /** The same place with another value. */
  public LogRecord withPayload(byte[] otherPayload) {
    return new LogRecord(kind, topic, partition, offset, recordedMs, key, otherPayload, trace);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LogRecord that
        && kind == that.kind
        && topic.equals(that.topic)
        && partition == that.partition
        && offset == that.offset
        && recordedMs == that.recordedMs
        && Arrays.equals(key, that.key)
        && Arrays.equals(payload, that.payload)
        && trace.equals(that.trace);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        kind,
        topic,
        partition,
        offset,
        recordedMs,
        Arrays.hashCode(key),
        Arrays.hashCode(payload),
        trace);
  }

  /** Names the place only: neither key nor payload belongs in a log line. */
  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
