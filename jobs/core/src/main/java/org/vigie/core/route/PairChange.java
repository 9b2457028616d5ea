package org.vigie.core.route;

import org.vigie.core.age.AgeView;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * Something notable in a pair, told to the SENDER whom it concerns.
 *
 * @param observation what was observed; its counterpart's and subject's names are the event's
 * @param own whether the receiver is the observation's subject
 * @param opened whether the observation opened the pair, for the receiver
 * @param unsolicited whether that opening was unsolicited
 * @param answered whether it answered the pair that the receiver opened
 * @param place place of the pair's latest meeting, for a report
 * @param age what is believed of the counterpart; that of {@code own} observations is present
 * @param contacts tags of those who acted towards the counterpart, for an opening
 * @param messages messages between the two so far
 * @param firstMs first act of the pair
 */
public record PairChange(
    Observation observation,
    boolean own,
    boolean opened,
    boolean unsolicited,
    boolean answered,
    String place,
    AgeView age,
    long[] contacts,
    long messages,
    long firstMs) {
  /** Packs it without its payload kind. */
  public void write(ByteWriter out, long effectiveMs) {
    observation.write(out, effectiveMs);
    int flags = (own ? 1 : 0) | (opened ? 2 : 0) | (unsolicited ? 4 : 0) | (answered ? 8 : 0);
    out.octet(flags).text(place);
    age.write(out);
    writeTags(contacts, out);
    out.number(messages).signed(effectiveMs - firstMs);
  }

  /** Reads what {@link #write} packed. */
  public static PairChange read(ByteReader in, long effectiveMs) {
    Observation observation = Observation.read(in, effectiveMs);
    int flags = in.octet();
    return new PairChange(
        observation,
        (flags & 1) != 0,
        (flags & 2) != 0,
        (flags & 4) != 0,
        (flags & 8) != 0,
        in.text(),
        AgeView.read(in),
        readTags(in),
        in.number(),
        effectiveMs - in.signed());
  }

  static void writeTags(long[] tags, ByteWriter out) {
    out.number(tags.length);
    for (long tag : tags) {
      out.fixed64(tag);
    }
  }

  static long[] readTags(ByteReader in) {
    long[] tags = new long[in.count()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = in.fixed64();
    }
    return tags;
  }
}
