package org.vigie.core.links;

import java.util.Comparator;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Evidences;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * A trace that an account left at the link.
 *
 * @param whom towards whom, an account or a room; empty if towards nobody
 * @param isRoom whether that is a room
 * @param place the place of a proposal, else empty
 * @param isMarked what the kind of link says of it: verified media, a coded post, that it is known
 *     that they have no friend in common
 * @param ageGap of the account and the other, fixed-point
 */
record KeptTrace(
    String account,
    String whom,
    boolean isRoom,
    String place,
    boolean isMarked,
    long ageGap,
    Evidence evidence) {
  static final Comparator<KeptTrace> OLDEST_FIRST =
      Comparator.comparing(KeptTrace::evidence, Evidences.OLDEST_FIRST)
          .thenComparing(KeptTrace::account)
          .thenComparing(KeptTrace::whom);

  long timeMs() {
    return evidence.timeMs();
  }

  /** Whether the other says the same, at another time. */
  boolean isSameAs(KeptTrace other) {
    return account.equals(other.account)
        && whom.equals(other.whom)
        && isRoom == other.isRoom
        && place.equals(other.place)
        && isMarked == other.isMarked;
  }

  void write(ByteWriter out) {
    out.text(account).text(whom).octet((isRoom ? 1 : 0) | (isMarked ? 2 : 0)).text(place);
    out.number(ageGap);
    evidence.write(out);
  }

  static KeptTrace read(ByteReader in) {
    String account = in.text();
    String whom = in.text();
    int flags = in.octet();
    return new KeptTrace(
        account,
        whom,
        (flags & 1) != 0,
        in.text(),
        (flags & 2) != 0,
        in.number(),
        Evidence.read(in));
  }
}
