package org.vigie.core.event;

/**
 * Where an event was recorded; it becomes an evidence reference.
 *
 * @param topic topic or file name
 * @param partition partition, 0 for a file
 * @param offset offset in the partition, or line number (1-based) in a file
 */
public record Position(String topic, int partition, long offset) {}
