package org.vigie.simulator;

import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.RecordKind;

/**
 * An event as the platform sends it.
 *
 * @param recordedMs when it reaches the log, epoch milliseconds; at most a second after it
 *     happened, or, where an account that exists already is introduced, years after
 * @param kind which record it is: decides the topic
 * @param key the topic's key (CONTRACT §1): sender, account or actor
 * @param record the event
 */
public record SimulatedEvent(long recordedMs, RecordKind kind, String key, ContractRecord record) {
  public SimulatedEvent {
    if (!kind.isEvent() || !RecordKind.of(record).equals(kind)) {
      throw new IllegalArgumentException(record.getClass().getName() + " is no " + kind);
    }
  }
}
