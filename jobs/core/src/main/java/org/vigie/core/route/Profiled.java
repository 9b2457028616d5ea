package org.vigie.core.route;

import org.vigie.core.age.AgeView;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * An observation with what RECIPIENT knows of the counterpart.
 *
 * @param contacts tags of those who acted towards the counterpart in 30 days, if the subject was
 *     not among them; else empty
 */
public record Profiled(Observation observation, AgeView age, long[] contacts) {
  /** Packs it without its payload kind. */
  public void write(ByteWriter out, long effectiveMs) {
    observation.write(out, effectiveMs);
    age.write(out);
    PairChange.writeTags(contacts, out);
  }

  /** Reads what {@link #write} packed. */
  public static Profiled read(ByteReader in, long effectiveMs) {
    return new Profiled(
        Observation.read(in, effectiveMs), AgeView.read(in), PairChange.readTags(in));
  }
}
