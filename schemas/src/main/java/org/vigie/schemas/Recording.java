package org.vigie.schemas;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * When and where an event was recorded, as far as a line says so. A line that says when is judged
 * as it was live; one that does not counts as recorded when it happened.
 *
 * @param recordedMs the broker's append time, in epoch milliseconds
 * @param topic the topic it was read from
 * @param partition partition of the topic, >= 0
 * @param offset offset in the partition, >= 0
 * @param traceparent the trace in which it was sent, as its header said
 */
public record Recording(
    OptionalLong recordedMs,
    Optional<String> topic,
    OptionalInt partition,
    OptionalLong offset,
    Optional<String> traceparent) {
  /** Of a line that says nothing about it. */
  public static final Recording NONE =
      new Recording(
          OptionalLong.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalLong.empty(),
          Optional.empty());

  /** Of a line that says when it was recorded, and nothing else. */
  public static Recording at(long recordedMs) {
    return new Recording(
        OptionalLong.of(recordedMs),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  /** Of a record that was read from a topic. */
  public static Recording of(long recordedMs, String topic, int partition, long offset) {
    return new Recording(
        OptionalLong.of(recordedMs),
        Optional.of(topic),
        OptionalInt.of(partition),
        OptionalLong.of(offset),
        Optional.empty());
  }

  /** The same, sent in a trace. */
  public Recording inTrace(String sent) {
    return new Recording(recordedMs, topic, partition, offset, Optional.of(sent));
  }
}
