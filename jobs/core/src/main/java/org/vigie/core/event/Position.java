package org.vigie.core.event;

/**
 * Where an event was recorded, and in which trace it was sent; it becomes an evidence reference.
 *
 * @param topic topic or file name
 * @param partition partition, 0 for a file
 * @param offset offset in the partition, or line number (1-based) in a file
 * @param trace the platform's trace
 */
public record Position(String topic, int partition, long offset, Trace trace) {
  /** The position of an event that was sent without a trace. */
  public Position(String topic, int partition, long offset) {
    this(topic, partition, offset, Trace.NONE);
  }
}
