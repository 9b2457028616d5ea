package org.vigie.core.route;

import org.vigie.core.age.AgeView;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * What an account's devices know of it. Times are epoch milliseconds, {@link
 * org.vigie.core.event.Unknown#TIME} if never.
 *
 * @param isPerson whether rules about persons read it: HUMAN, or of unknown kind
 * @param createdMs when it was created
 * @param goneMs when it was deleted, and not restored since
 * @param proposedMs its latest message that proposes a meeting
 * @param pricedMs its latest message about a price or a sale
 * @param coercedMs its latest message with a threat, a demand or a deadline
 * @param ban its ban for a harm
 * @param conversations pairs that it opened lately
 */
public record Summary(
    boolean isPerson,
    long createdMs,
    long goneMs,
    long proposedMs,
    long pricedMs,
    long coercedMs,
    Ban ban,
    int conversations,
    AgeView age) {
  /** Packs it. */
  public void write(ByteWriter out) {
    out.flag(isPerson).time(createdMs).time(goneMs).time(proposedMs).time(pricedMs).time(coercedMs);
    ban.write(out);
    out.number(conversations);
    age.write(out);
  }

  /** Reads what {@link #write} packed. */
  public static Summary read(ByteReader in) {
    return new Summary(
        in.flag(),
        in.time(),
        in.time(),
        in.time(),
        in.time(),
        in.time(),
        Ban.read(in),
        in.count(),
        AgeView.read(in));
  }
}
