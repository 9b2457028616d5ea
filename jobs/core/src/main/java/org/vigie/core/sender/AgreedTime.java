package org.vigie.core.sender;

import java.util.Comparator;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Unknown;

/**
 * A time at which the two of a pair said that they would meet.
 *
 * @param id the platform's id of the meeting, may be empty
 * @param saidMs when it was said last
 * @param isPublic whether the place is known to be public
 */
record AgreedTime(String id, long timeMs, long saidMs, boolean isPublic) {
  static final Comparator<AgreedTime> OLDEST_FIRST =
      Comparator.comparingLong(AgreedTime::saidMs).thenComparing(AgreedTime::id);

  private static final long DAY_MS = 24 * 3_600_000L;
  private static final long TOO_EARLY_MS = DAY_MS;
  private static final long TOO_LATE_MS = 30 * DAY_MS;

  /** Whether the time that a message says counts: within −1 d … +30 d of it. */
  static boolean counts(Meeting said, long nowMs) {
    return said.timeMs() != Unknown.TIME
        && said.timeMs() >= nowMs - TOO_EARLY_MS
        && said.timeMs() <= nowMs + TOO_LATE_MS;
  }

  /** Whether a message about a meeting at an instant can still change it. */
  boolean isOpenFor(Meeting said, long nowMs) {
    return id.equals(said.id()) && nowMs <= timeMs;
  }

  void write(ByteWriter out) {
    out.text(id).signed(saidMs).signed(timeMs - saidMs).flag(isPublic);
  }

  static AgreedTime read(ByteReader in) {
    String id = in.text();
    long saidMs = in.signed();
    return new AgreedTime(id, saidMs + in.signed(), saidMs, in.flag());
  }
}
