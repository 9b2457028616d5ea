package org.vigie.core.pair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Evidences;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Retention;
import org.vigie.core.route.MeetingOutcome;
import org.vigie.core.route.Observation;

/**
 * A meeting of a pair that waits for its aftermath.
 *
 * @param id the platform's id of the meeting, may be empty
 * @param proposer who proposed it; the other is its target
 * @param place the last that was named, may be empty
 * @param isPublic whether a message about it said so
 * @param said the latest message about it
 * @param reaction the target's block or report after its time, null without one
 * @param recordedMs when the later of these was recorded
 */
record WaitingMeeting(
    String id,
    String community,
    String proposer,
    long proposerTag,
    String target,
    String place,
    boolean isPublic,
    long timeMs,
    Evidence said,
    @Nullable Evidence reaction,
    long recordedMs) {
  static final Comparator<WaitingMeeting> OLDEST_FIRST =
      Comparator.comparingLong((WaitingMeeting meeting) -> meeting.said.timeMs())
          .thenComparing(WaitingMeeting::id)
          .thenComparing(WaitingMeeting::said, Evidences.OLDEST_FIRST);

  private static final long AFTERMATH_MS = 48 * 3_600_000L;
  private static final int PUBLIC = 1;
  private static final int REACTED = 2;

  /** When what came after it is known. */
  long isOverMs() {
    return Retention.nextSecondMs(timeMs + AFTERMATH_MS);
  }

  /** Whether a message about a meeting is about this one, and can still change it. */
  boolean isOpenFor(String otherId, long nowMs) {
    return id.equals(otherId) && nowMs <= timeMs;
  }

  /** Whether an account was to come to it, and its time has passed. */
  boolean waitsFor(String account, long nowMs) {
    return target.equals(account) && nowMs > timeMs;
  }

  WaitingMeeting withReaction(Observation observed, Evidence evidence) {
    return new WaitingMeeting(
        id,
        community,
        proposer,
        proposerTag,
        target,
        place,
        isPublic,
        timeMs,
        said,
        evidence,
        Math.max(recordedMs, observed.origin().recordedMs()));
  }

  MeetingOutcome outcome() {
    List<Evidence> events = new ArrayList<>();
    events.add(said);
    Evidence reacted = reaction;
    if (reacted != null) {
      events.add(reacted);
    }
    return new MeetingOutcome(
        community, proposer, target, place, isPublic, timeMs, reacted != null, events, recordedMs);
  }

  void write(ByteWriter out) {
    Evidence reacted = reaction;
    out.octet((isPublic ? PUBLIC : 0) | (reacted != null ? REACTED : 0));
    out.text(id).text(community).text(proposer).fixed64(proposerTag).text(target).text(place);
    out.signed(timeMs).signed(recordedMs - timeMs);
    said.write(out);
    if (reacted != null) {
      reacted.write(out);
    }
  }

  static WaitingMeeting read(ByteReader in) {
    int flags = in.octet();
    String id = in.text();
    String community = in.text();
    String proposer = in.text();
    long proposerTag = in.fixed64();
    String target = in.text();
    String place = in.text();
    long timeMs = in.signed();
    long recordedMs = timeMs + in.signed();
    return new WaitingMeeting(
        id,
        community,
        proposer,
        proposerTag,
        target,
        place,
        (flags & PUBLIC) != 0,
        timeMs,
        Evidence.read(in),
        (flags & REACTED) != 0 ? Evidence.read(in) : null,
        recordedMs);
  }

  /** The meeting as a message says it, in the place of an earlier one if there is any. */
  static WaitingMeeting as(
      Observation act, long timeMs, @Nullable WaitingMeeting before, Evidence said) {
    boolean isProposal = act.meeting().status() == Meeting.Status.PROPOSED;
    boolean bySubject = before == null ? isProposal : before.proposer.equals(act.subject());
    boolean namesPlace = Unknown.isKnown(act.meeting().place());
    String place = before == null ? Unknown.ID : before.place;
    return new WaitingMeeting(
        act.meeting().id(),
        act.community(),
        bySubject ? act.subject() : act.counterpart(),
        bySubject ? act.subjectTag() : act.counterpartTag(),
        bySubject ? act.counterpart() : act.subject(),
        namesPlace ? act.meeting().place() : place,
        act.meeting().publicPlace() || before != null && before.isPublic,
        timeMs,
        said,
        null,
        act.origin().recordedMs());
  }
}
