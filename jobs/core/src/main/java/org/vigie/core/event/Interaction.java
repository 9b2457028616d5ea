package org.vigie.core.event;

/**
 * An act of one account towards another (CONTRACT §4).
 *
 * @param mutualContacts declared friends in common, {@link Unknown#INT} if unknown
 * @param report what was reported, {@link Report#NONE} for other kinds
 */
public record Interaction(
    String eventId,
    String community,
    long timeMs,
    String actor,
    String target,
    Kind kind,
    int mutualContacts,
    Report report)
    implements Event {
  /** What the act was. */
  public enum Kind {
    REQUEST,
    ACCEPT,
    DECLINE,
    FOLLOW,
    UNFOLLOW,
    BLOCK,
    UNBLOCK,
    REPORT,
    GIFT,
    PAYMENT,
    PAYMENT_REQUEST
  }
}
