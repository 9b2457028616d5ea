package org.vigie.core.age;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Unknown;

/**
 * An age statement with its date.
 *
 * @param dateMs when it was made, epoch milliseconds
 */
public record AgeStatement(AgeClaim.Source source, int minYears, int maxYears, long dateMs) {
  static final AgeStatement NONE =
      new AgeStatement(AgeClaim.Source.NONE, Unknown.INT, Unknown.INT, 0);

  private static final AgeClaim.Source[] SOURCES = AgeClaim.Source.values();

  /** Packs it. */
  public void write(ByteWriter out) {
    out.octet(source.ordinal()).signed(minYears).signed(maxYears).signed(dateMs);
  }

  /** Reads what {@link #write} packed. */
  public static AgeStatement read(ByteReader in) {
    return new AgeStatement(SOURCES[in.octet()], (int) in.signed(), (int) in.signed(), in.signed());
  }
}
