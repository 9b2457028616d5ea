package org.vigie.core.route;

import org.vigie.core.age.AgeStatement;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.AgeClaim;

/**
 * An account said its own age in a message, or a session event carried an age statement.
 *
 * @param dateMs date of the statement, epoch milliseconds
 */
public record AgeStated(
    String community, String account, AgeClaim age, long dateMs, Origin origin) {
  /** The statement with its date. */
  public AgeStatement statement() {
    return new AgeStatement(age.source(), age.minYears(), age.maxYears(), dateMs);
  }

  /** Packs it without its payload kind. */
  public void write(ByteWriter out, long effectiveMs) {
    out.text(community).text(account);
    AccountLife.writeAge(age, out);
    out.signed(dateMs - effectiveMs);
    origin.write(out, effectiveMs);
  }

  /** Reads what {@link #write} packed. */
  public static AgeStated read(ByteReader in, long effectiveMs) {
    return new AgeStated(
        in.text(),
        in.text(),
        AccountLife.readAge(in),
        effectiveMs + in.signed(),
        Origin.read(in, effectiveMs));
  }
}
