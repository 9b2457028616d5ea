package org.vigie.core.route;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Review.Decision;

/**
 * A reviewer's decision on its way to its case.
 *
 * @param snoozeUntilMs end of the rest, {@link org.vigie.core.event.Unknown#TIME} if not said
 */
public record Reviewed(
    String reviewer, Decision decision, String reason, long snoozeUntilMs, long recordedMs) {
  private static final Decision[] DECISIONS = Decision.values();

  /** Packs it without its payload kind. */
  public void write(ByteWriter out) {
    out.text(reviewer).octet(decision.ordinal()).text(reason);
    out.signed(snoozeUntilMs).signed(recordedMs);
  }

  /** Reads what {@link #write} packed. */
  public static Reviewed read(ByteReader in) {
    return new Reviewed(in.text(), DECISIONS[in.octet()], in.text(), in.signed(), in.signed());
  }
}
