package org.vigie.core.route;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * The target of a meeting was silent for 48 hours after it.
 *
 * @param proposer who proposed it, the receiver
 * @param place where, may be empty
 * @param isPublic whether a message about it said so
 * @param timeMs the time of the meeting
 * @param reacted whether the target blocked or reported the proposer
 * @param evidence the latest message about it, and the reaction
 * @param recordedMs when the later of these was recorded
 */
public record MeetingOutcome(
    String community,
    String proposer,
    String target,
    String place,
    boolean isPublic,
    long timeMs,
    boolean reacted,
    List<Evidence> evidence,
    long recordedMs) {
  public MeetingOutcome {
    evidence = List.copyOf(evidence);
  }

  /** Packs it without its payload kind. */
  public void write(ByteWriter out) {
    out.text(community)
        .text(proposer)
        .text(target)
        .text(place)
        .flag(isPublic)
        .signed(timeMs)
        .flag(reacted);
    writeEvents(evidence, out);
    out.signed(recordedMs);
  }

  /** Reads what {@link #write} packed. */
  public static MeetingOutcome read(ByteReader in) {
    return new MeetingOutcome(
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.flag(),
        in.signed(),
        in.flag(),
        readEvents(in),
        in.signed());
  }

  /** Packs the one or two events of a meeting. */
  public static void writeEvents(List<Evidence> events, ByteWriter out) {
    out.number(events.size());
    events.forEach(event -> event.write(out));
  }

  /** Reads what {@link #writeEvents} packed. */
  public static List<Evidence> readEvents(ByteReader in) {
    List<Evidence> events = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      events.add(Evidence.read(in));
    }
    return events;
  }
}
