package org.vigie.core.alert;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * A finding that no longer holds because a belief fell.
 *
 * @param findingMs the finding's own instant, so that no other of its kind falls with it
 * @param recordedMs when the event that changed the belief was recorded
 */
public record Superseded(
    String rule, String counterpart, Via via, long findingMs, long recordedMs) {
  private static final Via[] VIAS = Via.values();

  /** Packs it without its payload kind. */
  public void write(ByteWriter out) {
    out.text(rule).text(counterpart).octet(via.ordinal()).signed(findingMs).signed(recordedMs);
  }

  /** Reads what {@link #write} packed. */
  public static Superseded read(ByteReader in) {
    return new Superseded(in.text(), in.text(), VIAS[in.octet()], in.signed(), in.signed());
  }
}
