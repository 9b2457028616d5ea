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

  /** What the message says of the meeting; SAFE is a check-in afterwards. */
  public enum Status {
    NONE,
    PROPOSED,
    ACCEPTED,
    REFUSED,
    CANCELLED,
    SAFE
  }

  /** Whether the message is about a meeting at all. */
  public boolean isPresent() {
    return status != Status.NONE;
  }
}
