package org.vigie.core.route;

import org.vigie.core.age.AgeView;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * An observation with what RECIPIENT knows of the counterpart.
 *
 * @param contactsAreKnown whether it is known who acted towards the counterpart
 * @param contacts tags of those who acted towards the counterpart in 30 days, if the subject was
 *     not among them; else empty
 * @param acquaintance who it belongs together with, if it reacted
 */
public record Profiled(
    Observation observation,
    AgeView age,
    boolean contactsAreKnown,
    long[] contacts,
    Acquaintance acquaintance) {
  private static final int REACTION = 1;
  private static final int CONTACTS_UNKNOWN = 2;
  private static final int AGE_BYTES_MAX = 32;

  /** Packs one of its parts, with its payload kind. */
  public static byte[] pack(
      PackedObservation observation,
      AgeView age,
      boolean contactsAreKnown,
      long[] contacts,
      Acquaintance acquaintance) {
    int tagsBytes = Long.BYTES * contacts.length;
    ByteWriter out = new ByteWriter(observation.sizeBytes() + tagsBytes + AGE_BYTES_MAX);
    out.octet(PayloadKind.OBSERVATION.ordinal());
    age.write(out);
    PairChange.writeTags(contacts, out);
    out.octet(
        (observation.isReaction() ? REACTION : 0) | (contactsAreKnown ? 0 : CONTACTS_UNKNOWN));
    if (observation.isReaction()) {
      acquaintance.write(out);
    }
    observation.write(out);
    return out.toBytes();
  }

  /** Reads what {@link #pack} packed, behind its payload kind. */
  public static Profiled read(ByteReader in, long effectiveMs) {
    AgeView age = AgeView.read(in);
    long[] contacts = PairChange.readTags(in);
    int flags = in.octet();
    boolean isReaction = (flags & REACTION) != 0;
    Acquaintance acquaintance = isReaction ? Acquaintance.read(in) : Acquaintance.NONE;
    return new Profiled(
        Observation.read(in, effectiveMs),
        age,
        (flags & CONTACTS_UNKNOWN) == 0,
        contacts,
        acquaintance);
  }
}
