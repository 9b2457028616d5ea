package org.vigie.core.route;

import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.order.Root;

/**
 * Somebody opened a pair with the receiver, unsolicited and without a known friend in common.
 *
 * @param account who opened it
 * @param target the receiver
 * @param mutualsKnown whether it is known that they have no friend in common
 */
public record ColdOpening(
    String community,
    String account,
    String target,
    boolean mutualsKnown,
    Evidence evidence,
    long recordedMs) {
  /** The opening as it was observed. */
  public static ColdOpening of(Observation act, Root root) {
    return new ColdOpening(
        act.community(),
        act.subject(),
        act.counterpart(),
        act.mutualContacts() != Unknown.INT,
        act.evidence(root),
        act.origin().recordedMs());
  }

  /** Packs it without its payload kind. */
  public void write(ByteWriter out) {
    out.text(community).text(account).text(target).flag(mutualsKnown);
    evidence.write(out);
    out.signed(recordedMs);
  }

  /** Reads what {@link #write} packed. */
  public static ColdOpening read(ByteReader in) {
    return new ColdOpening(
        in.text(), in.text(), in.text(), in.flag(), Evidence.read(in), in.signed());
  }
}
