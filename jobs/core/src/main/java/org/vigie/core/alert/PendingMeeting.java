package org.vigie.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;

/**
 * A meeting that someone should be warned of.
 *
 * @param id the platform's id of the meeting, may be empty
 * @param account who of the subject's accounts takes part, at a place who proposed it
 * @param with the other
 * @param isReporter whether the other is one of those who reported, and so knows
 * @param place may be empty
 * @param timeMs agreed time, {@link Unknown#TIME} if unknown
 * @param endMs until when it counts as pending, inclusive
 */
public record PendingMeeting(
    String id,
    String account,
    String with,
    boolean isReporter,
    String place,
    long timeMs,
    long endMs) {
  /** For so long after a finding its alert is told of later ones. */
  public static final long TOLD_FOR_MS = 30 * 24 * 3_600_000L;

  private static final Comparator<PendingMeeting> SOONEST_FIRST =
      Comparator.comparingLong(PendingMeeting::endMs)
          .thenComparing(PendingMeeting::account)
          .thenComparing(PendingMeeting::with)
          .thenComparing(PendingMeeting::place)
          .thenComparingLong(PendingMeeting::timeMs)
          .thenComparing(PendingMeeting::id);

  /**
   * Whom to warn first at a time: others than those who reported, then where the meeting is still
   * ahead or its time unknown, then the soonest. A total order but for {@link #isReporter}.
   */
  public static Comparator<PendingMeeting> mostUrgentFirst(long nowMs) {
    return Comparator.comparing(PendingMeeting::isReporter)
        .thenComparing(meeting -> meeting.timeMs != Unknown.TIME && meeting.timeMs < nowMs)
        .thenComparing(SOONEST_FIRST);
  }

  /** The same meeting with someone who reported, or with someone who did not. */
  public PendingMeeting withReporter(boolean reported) {
    return new PendingMeeting(id, account, with, reported, place, timeMs, endMs);
  }

  /** Whether the other is the same meeting, at the same place and time. */
  public boolean isSameAs(PendingMeeting other) {
    return withReporter(other.isReporter).equals(other);
  }

  /** Packs it. */
  public void write(ByteWriter out) {
    out.text(id).text(account).text(with).flag(isReporter).text(place);
    out.signed(timeMs).signed(endMs);
  }

  /** Reads what {@link #write} packed. */
  public static PendingMeeting read(ByteReader in) {
    return new PendingMeeting(
        in.text(), in.text(), in.text(), in.flag(), in.text(), in.signed(), in.signed());
  }

  static void writeAll(List<PendingMeeting> all, ByteWriter out) {
    out.number(all.size());
    for (PendingMeeting meeting : all) {
      meeting.write(out);
    }
  }

  static List<PendingMeeting> readAll(ByteReader in) {
    List<PendingMeeting> all = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      all.add(read(in));
    }
    return all;
  }
}
