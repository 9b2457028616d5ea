package org.vigie.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * A meeting that someone should be warned of.
 *
 * @param account who of the subject's accounts takes part
 * @param with the other
 * @param timeMs agreed time, {@link org.vigie.core.event.Unknown#TIME} if unknown
 * @param endMs until when it counts as pending, inclusive
 */
public record PendingMeeting(String account, String with, String place, long timeMs, long endMs) {
  /** By when it ends; a total order. */
  public static final Comparator<PendingMeeting> SOONEST_FIRST =
      Comparator.comparingLong(PendingMeeting::endMs)
          .thenComparing(PendingMeeting::account)
          .thenComparing(PendingMeeting::with)
          .thenComparing(PendingMeeting::place)
          .thenComparingLong(PendingMeeting::timeMs);

  /** Packs it. */
  public void write(ByteWriter out) {
    out.text(account).text(with).text(place).signed(timeMs).signed(endMs);
  }

  /** Reads what {@link #write} packed. */
  public static PendingMeeting read(ByteReader in) {
    return new PendingMeeting(in.text(), in.text(), in.text(), in.signed(), in.signed());
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
