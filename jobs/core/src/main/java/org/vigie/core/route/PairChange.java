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
 * @param contactsAreKnown whether it is known who acted towards the counterpart
 * @param contacts tags of those who acted towards the counterpart, for an opening
 * @param acquaintance who the counterpart belongs together with, if it reacted
 * @param pair how the pair began
 * @param run messages of the receiver since the other last did something, if it is told of them
 *     now: 4, 8, 16 or 32, or 0 when such a run is over; else {@link #NOT_TOLD}
 * @param messages messages between the two so far
 * @param firstMs first act of the pair
 * @param lastMs its last act
 */
public record PairChange(
    Observation observation,
    boolean own,
    boolean opened,
    boolean unsolicited,
    boolean answered,
    String place,
    AgeView age,
    boolean contactsAreKnown,
    long[] contacts,
    Acquaintance acquaintance,
    Beginning pair,
    int run,
    long messages,
    long firstMs,
    long lastMs) {
  /** Nothing is said of an unanswered run. */
  public static final int NOT_TOLD = -1;

  /**
   * How a pair began.
   *
   * @param openedByReceiver whether the receiver opened it
   * @param unsolicited whether whoever opened it did so unsolicited
   */
  public record Beginning(boolean openedByReceiver, boolean unsolicited) {}

  /** Whether the receiver did it: it acted, or reacted to the other. */
  public boolean isSentByReceiver() {
    return own != observation.kind().isReaction();
  }

  /** Packs it without its payload kind. */
  public void write(ByteWriter out, long effectiveMs) {
    observation.write(out, effectiveMs);
    int flags =
        (own ? 1 : 0)
            | (opened ? 2 : 0)
            | (unsolicited ? 4 : 0)
            | (answered ? 8 : 0)
            | (pair.openedByReceiver() ? 16 : 0)
            | (pair.unsolicited() ? 32 : 0)
            | (observation.kind().isReaction() ? 64 : 0)
            | (contactsAreKnown ? 0 : 128);
    out.octet(flags).text(place);
    age.write(out);
    writeTags(contacts, out);
    if (observation.kind().isReaction()) {
      acquaintance.write(out);
    }
    out.signed(run).number(messages).signed(effectiveMs - firstMs).signed(effectiveMs - lastMs);
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
        (flags & 128) == 0,
        readTags(in),
        (flags & 64) != 0 ? Acquaintance.read(in) : Acquaintance.NONE,
        new Beginning((flags & 16) != 0, (flags & 32) != 0),
        (int) in.signed(),
        in.number(),
        effectiveMs - in.signed(),
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
