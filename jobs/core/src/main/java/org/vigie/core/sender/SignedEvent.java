package org.vigie.core.sender;

import java.util.Comparator;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Evidences;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.rule.Signs;

/**
 * An event of a pair that bears signs.
 *
 * @param signs a bit each of {@link Signs}
 * @param strong those that need no second one
 * @param relayed those that the sender had from somebody else
 * @param own whether the account sent it
 * @param isPrivate whether it was DIRECT, to a small group, or an interaction
 */
record SignedEvent(
    Evidence evidence, long signs, long strong, long relayed, boolean own, boolean isPrivate) {
  static final Comparator<SignedEvent> OLDEST_FIRST =
      Comparator.comparing(SignedEvent::evidence, Evidences.OLDEST_FIRST);

  long timeMs() {
    return evidence.timeMs();
  }

  /** Whether it comes before another by their instants. */
  boolean isBefore(SignedEvent other) {
    return OLDEST_FIRST.compare(this, other) < 0;
  }

  SignedEvent relaying(long codes) {
    return new SignedEvent(evidence, signs, strong, codes, own, isPrivate);
  }

  /** The event as evidence for some of its signs. */
  Evidence evidenceFor(long some) {
    return evidence.kind() == Evidence.Kind.MESSAGE
        ? evidence.withCodes(Signs.codesOf(some))
        : evidence;
  }

  void write(ByteWriter out) {
    evidence.write(out);
    out.number(signs).number(signs & ~strong).number(relayed);
    out.octet((own ? 1 : 0) | (isPrivate ? 2 : 0));
  }

  static SignedEvent read(ByteReader in) {
    Evidence evidence = Evidence.read(in);
    long signs = in.number();
    long strong = signs & ~in.number();
    long relayed = in.number();
    int flags = in.octet();
    return new SignedEvent(evidence, signs, strong, relayed, (flags & 1) != 0, (flags & 2) != 0);
  }
}
