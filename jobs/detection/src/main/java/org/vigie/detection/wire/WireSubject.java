package org.vigie.detection.wire;

import org.vigie.schemas.RecordKind;

/**
 * A topic and what stands on it.
 *
 * @param topic its name
 * @param kind the record
 * @param written whether the job writes it, and so must know its schema's number
 */
public record WireSubject(String topic, RecordKind kind, boolean written) {
  /** Under which name a registry keeps the schema of the topic's values. */
  String name() {
    return topic + "-value";
  }
}
