package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.core.event.Meeting;

/**
 * A meeting of a pair with a time, which may have passed (page 0011 ¶43).
 *
 * @param id the platform's, may be empty
 * @param isPublic whether the latest message about it called the place public
 * @param said the instant of that message
 */
record TimedMeeting(String id, long timeMs, boolean isPublic, Instant said) {
  private static final int KEPT_MAX = 4;
  private static final Comparator<TimedMeeting> OLDEST_FIRST =
      Comparator.comparingLong((TimedMeeting meeting) -> meeting.said().timeMs())
          .thenComparing(TimedMeeting::id)
          .thenComparing(TimedMeeting::said);

  /** Whether it is over, in so far as its time is. */
  boolean hasPassed(long nowMs) {
    return nowMs > timeMs;
  }

  /** The meetings of a pair after a message about one. */
  static List<TimedMeeting> after(List<TimedMeeting> before, Observation message) {
    Meeting said = message.message().orElseThrow().meeting();
    long nowMs = message.at().timeMs();
    boolean isTimed = Meetings.proposesOrAccepts(message) && Meetings.counts(said.timeMs(), nowMs);
    if (Meetings.proposesOrAccepts(message) && !isTimed) {
      return before;
    }
    List<TimedMeeting> after = new ArrayList<>(before);
    after.removeIf(meeting -> meeting.id().equals(said.id()) && !meeting.hasPassed(nowMs));
    if (isTimed) {
      after.add(new TimedMeeting(said.id(), said.timeMs(), said.publicPlace(), message.at()));
    }
    after.sort(OLDEST_FIRST);
    return List.copyOf(Newest.last(after, KEPT_MAX));
  }
}
