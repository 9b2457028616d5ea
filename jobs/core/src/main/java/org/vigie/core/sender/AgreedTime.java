package org.vigie.core.sender;

import java.util.Comparator;
import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Meeting;

/**
 * A time at which the two of a pair said that they would meet.
 *
 * @param id the platform's id of the meeting, may be empty
 * @param saidMs when it was said last
 * @param isPublic whether the place is known to be public
 * @param evidence the message that said so
 */
record AgreedTime(String id, long timeMs, long saidMs, boolean isPublic, Evidence evidence) {
  /** The one that was to be last. */
  static final Comparator<AgreedTime> LATEST_LAST =
      Comparator.comparingLong(AgreedTime::timeMs).thenComparing(AgreedTime::id);

  static final Comparator<AgreedTime> OLDEST_FIRST =
      Comparator.comparingLong(AgreedTime::saidMs).thenComparing(AgreedTime::id);

  /** Whether a message about a meeting at an instant can still change it. */
  boolean isOpenFor(Meeting said, long nowMs) {
    return id.equals(said.id()) && nowMs <= timeMs;
  }

  void write(ByteWriter out) {
    out.text(id).signed(saidMs).signed(timeMs - saidMs).flag(isPublic);
    evidence.write(out);
  }

  static AgreedTime read(ByteReader in) {
    String id = in.text();
    long saidMs = in.signed();
    return new AgreedTime(id, saidMs + in.signed(), saidMs, in.flag(), Evidence.read(in));
  }
}
