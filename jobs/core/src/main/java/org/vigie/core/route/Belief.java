package org.vigie.core.route;

import org.vigie.core.age.AgeView;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * What is now believed of an account's age, for those who had contact with it.
 *
 * @param accountTag the account
 * @param otherTag whom to tell
 * @param recordedMs when the event that changed it was recorded
 */
public record Belief(long accountTag, long otherTag, AgeView age, long recordedMs) {
  /** Packs it without its payload kind. */
  public void write(ByteWriter out) {
    out.fixed64(accountTag).fixed64(otherTag);
    age.write(out);
    out.signed(recordedMs);
  }

  /** Reads what {@link #write} packed. */
  public static Belief read(ByteReader in) {
    return new Belief(in.fixed64(), in.fixed64(), AgeView.read(in), in.signed());
  }
}
