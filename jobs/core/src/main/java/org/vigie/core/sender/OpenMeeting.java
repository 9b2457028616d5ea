package org.vigie.core.sender;

import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * A meeting that the account takes part in and that is not over.
 *
 * @param id the platform's id of the meeting, may be empty
 * @param timeMs agreed time, {@link org.vigie.core.event.Unknown#TIME} if unknown
 * @param endMs until when it is pending, inclusive
 * @param proposer whether the account proposed it
 * @param warnedOf alerts of the account that were told of it as it is, a bit each by their harm
 * @param evidence the last message about it
 */
record OpenMeeting(
    String id,
    Counterpart with,
    String place,
    long timeMs,
    long endMs,
    boolean proposer,
    Evidence evidence,
    long recordedMs,
    int warnedOf) {
  boolean isWith(String account, String meetingId) {
    return id.equals(meetingId) && with.account().equals(account);
  }

  /** Whether place and time are those of the other. */
  boolean isAsAgreedIn(OpenMeeting other) {
    return place.equals(other.place) && timeMs == other.timeMs && endMs == other.endMs;
  }

  /** The same, of which the alerts of more harms were told. */
  OpenMeeting warnedOf(int harms) {
    return new OpenMeeting(
        id, with, place, timeMs, endMs, proposer, evidence, recordedMs, warnedOf | harms);
  }

  /** As an alert about an account names it. */
  PendingMeeting pending(String account) {
    return new PendingMeeting(id, account, with.account(), false, place, timeMs, endMs);
  }

  void write(ByteWriter out) {
    out.text(id);
    with.write(out);
    out.text(place).signed(timeMs).signed(endMs).flag(proposer);
    evidence.write(out);
    out.signed(recordedMs).octet(warnedOf);
  }

  static OpenMeeting read(ByteReader in) {
    return new OpenMeeting(
        in.text(),
        Counterpart.read(in),
        in.text(),
        in.signed(),
        in.signed(),
        in.flag(),
        Evidence.read(in),
        in.signed(),
        in.octet());
  }
}
