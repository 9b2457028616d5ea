package org.vigie.core.event;

/**
 * A reviewer's answer to an alert (CONTRACT §5).
 *
 * @param actor the reviewer
 * @param alertId the alert's UUID in text form
 * @param snoozeUntilMs until when the alert rests, {@link Unknown#TIME} if not said
 */
public record Review(
    String eventId,
    String community,
    long timeMs,
    String actor,
    String alertId,
    Decision decision,
    String reason,
    long snoozeUntilMs)
    implements Event {
  /** What was decided. */
  public enum Decision {
    CONFIRMED,
    DISMISSED,
    NEEDS_MORE,
    ESCALATED
  }
}
