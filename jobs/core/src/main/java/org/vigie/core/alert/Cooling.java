package org.vigie.core.alert;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * A finding within the cool-down of a rule that is never silenced: no news by itself, but what it
 * rests on belongs into the alert.
 *
 * @param untilMs when the cool-down is over, epoch milliseconds
 */
public record Cooling(Finding finding, long untilMs) {
  /** Packs it without its payload kind. */
  public void write(ByteWriter out) {
    finding.write(out);
    out.signed(untilMs);
  }

  /** Reads what {@link #write} packed. */
  public static Cooling read(ByteReader in) {
    return new Cooling(Finding.read(in), in.signed());
  }
}
