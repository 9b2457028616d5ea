package org.vigie.core.alert;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.bytes.Positions;
import org.vigie.core.event.Position;
import org.vigie.core.event.SignalCode;

/**
 * A reference to an event that a finding rests on; never its text or media.
 *
 * @param codes mask of the signal codes that mattered, a bit each by ordinal
 * @param timeMs effective time, epoch milliseconds
 * @param clamped whether the event counts at another time than it states
 */
public record Evidence(
    String eventId, Kind kind, int codes, Position position, long timeMs, boolean clamped) {
  private static final Kind[] KINDS = Kind.values();
  private static final SignalCode[] CODES = SignalCode.values();

  /** Kind of the event. Append only. */
  public enum Kind {
    MESSAGE,
    SESSION,
    INTERACTION
  }

  /** The signal codes of the mask. */
  public Set<SignalCode> codeSet() {
    EnumSet<SignalCode> set = EnumSet.noneOf(SignalCode.class);
    for (SignalCode code : CODES) {
      if ((codes & 1 << code.ordinal()) != 0) {
        set.add(code);
      }
    }
    return set;
  }

  /** The same event for other codes. */
  public Evidence withCodes(int otherCodes) {
    return new Evidence(eventId, kind, otherCodes, position, timeMs, clamped);
  }

  /** Packs it. */
  public void write(ByteWriter out) {
    out.text(eventId).octet(kind.ordinal()).number(codes);
    Positions.write(position, out);
    out.signed(timeMs).flag(clamped);
  }

  /** Reads what {@link #write} packed. */
  public static Evidence read(ByteReader in) {
    return new Evidence(
        in.text(), KINDS[in.octet()], in.count(), Positions.read(in), in.signed(), in.flag());
  }

  static void writeAll(List<Evidence> all, ByteWriter out) {
    out.number(all.size());
    for (Evidence evidence : all) {
      evidence.write(out);
    }
  }

  static List<Evidence> readAll(ByteReader in) {
    List<Evidence> all = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      all.add(read(in));
    }
    return all;
  }
}
