package org.vigie.reference;

import org.vigie.core.event.Unknown;

/**
 * A meeting that two accounts agreed on or were asked for, as of some instant (page ¶18).
 *
 * @param id the platform's, empty for the pair's one meeting without an id
 * @param invited who takes part beside the proposer
 * @param place {@link Unknown#ID} if unknown
 * @param timeMs {@link Unknown#TIME} if unknown
 * @param lastMessage the last message about it that left it open
 */
record KnownMeeting(
    String id,
    String proposer,
    String invited,
    String place,
    long timeMs,
    Observation lastMessage) {
  private static final long AFTER_TIME_MS = 6 * Days.HOUR_MS;
  private static final long WITHOUT_TIME_MS = 24 * Days.HOUR_MS;

  /** The last millisecond at which it is pending. */
  long endMs() {
    return timeMs == Unknown.TIME
        ? lastMessage.at().timeMs() + WITHOUT_TIME_MS
        : timeMs + AFTER_TIME_MS;
  }

  boolean isPending(long nowMs) {
    return nowMs <= endMs();
  }

  boolean hasPart(String account) {
    return proposer.equals(account) || invited.equals(account);
  }

  /** Whom the account meets. */
  String with(String account) {
    return proposer.equals(account) ? invited : proposer;
  }
}
