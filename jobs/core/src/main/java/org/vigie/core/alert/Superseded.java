package org.vigie.core.alert;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/** A finding that no longer holds because a belief fell. */
public record Superseded(String rule, String counterpart, Via via, long recordedMs) {
  private static final Via[] VIAS = Via.values();

  /** Packs it without its payload kind. */
  public void write(ByteWriter out) {
    out.text(rule).text(counterpart).octet(via.ordinal()).signed(recordedMs);
  }

  /** Reads what {@link #write} packed. */
  public static Superseded read(ByteReader in) {
    return new Superseded(in.text(), in.text(), VIAS[in.octet()], in.signed());
  }
}
