package org.vigie.core.event;

/**
 * A meeting that a message is about.
 *
 * @param id the platform's id of the meeting, {@link Unknown#ID} if it has none
 * @param place cell token, {@link Unknown#ID} if unknown
 * @param timeMs agreed time, {@link Unknown#TIME} if unknown
 * @param publicPlace whether the place is known to be public
 */
public record Meeting(String id, Status status, String place, long timeMs, boolean publicPlace) {
  /** No meeting. */
  public static final Meeting NONE =
      new Meeting(Unknown.ID, Status.NONE, Unknown.ID, Unknown.TIME, false);

  private static final long DAY_MS = 24 * 3_600_000L;
  private static final long TOO_EARLY_MS = DAY_MS;
  private static final long TOO_LATE_MS = 30 * DAY_MS;

  /** What the message says of the meeting; SAFE is a check-in afterwards. */
  public enum Status {
    NONE,
    PROPOSED,
    ACCEPTED,
    REFUSED,
    CANCELLED,
    SAFE
  }

  /** Whether the time that a message says then counts: within −1 d … +30 d of it. */
  public boolean timeCountsAt(long nowMs) {
    return timeMs != Unknown.TIME
        && timeMs >= nowMs - TOO_EARLY_MS
        && timeMs <= nowMs + TOO_LATE_MS;
  }

  /** Whether the message is about a meeting at all. */
  public boolean isPresent() {
    return status != Status.NONE;
  }
}
