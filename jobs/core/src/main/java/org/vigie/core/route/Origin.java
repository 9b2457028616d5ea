package org.vigie.core.route;

import java.util.List;
import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.bytes.Positions;
import org.vigie.core.event.Position;
import org.vigie.core.order.Root;

/**
 * Where an input came from.
 *
 * @param statedMs the time that the event states
 * @param recordedMs when it was recorded
 * @param clamped whether it counts at another time than it states
 */
public record Origin(
    Evidence.Kind kind, Position position, long statedMs, long recordedMs, boolean clamped) {
  private static final Evidence.Kind[] KINDS = Evidence.Kind.values();

  /** The event as evidence for some codes. */
  public Evidence evidence(Root root, int codes) {
    return new Evidence(root.id(), kind, codes, position, root.timeMs(), statedMs, List.of());
  }

  /** Packs it relative to the effective time. */
  void write(ByteWriter out, long effectiveMs) {
    out.octet(kind.ordinal());
    Positions.write(position, out);
    out.signed(statedMs - effectiveMs).signed(recordedMs - effectiveMs).flag(clamped);
  }

  /** Reads what {@link #write} packed. */
  static Origin read(ByteReader in, long effectiveMs) {
    return new Origin(
        KINDS[in.octet()],
        Positions.read(in),
        effectiveMs + in.signed(),
        effectiveMs + in.signed(),
        in.flag());
  }
}
