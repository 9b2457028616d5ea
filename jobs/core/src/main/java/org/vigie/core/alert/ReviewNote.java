package org.vigie.core.alert;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Review.Decision;

/** A review as an alert shows it. */
public record ReviewNote(String reviewer, Decision decision, String reason, long timeMs) {
  private static final Decision[] DECISIONS = Decision.values();

  /** Packs it. */
  public void write(ByteWriter out) {
    out.text(reviewer).octet(decision.ordinal()).text(reason).signed(timeMs);
  }

  /** Reads what {@link #write} packed. */
  public static ReviewNote read(ByteReader in) {
    return new ReviewNote(in.text(), DECISIONS[in.octet()], in.text(), in.signed());
  }
}
