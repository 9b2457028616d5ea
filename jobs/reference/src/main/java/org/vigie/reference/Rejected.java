package org.vigie.reference;

import org.vigie.core.event.RecordedEvent;

/** An event that is not judged but becomes a dead letter (CONTRACT §7). */
public record Rejected(RecordedEvent recorded, Reason reason) {
  /** The dead-letter codes that follow from time alone. */
  public enum Reason {
    /** A message or interaction recorded more than 24 h after it happened. */
    STALE,
    /** An event more than 24 h ahead of its recording. */
    FUTURE_TIME
  }
}
