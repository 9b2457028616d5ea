package org.vigie.core.links;

import java.util.Comparator;
import java.util.List;
import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.route.MeetingOutcome;

/**
 * What came of a meeting that an account proposed.
 *
 * @param whom whom it was to meet
 * @param reacted whether that one blocked or reported it
 * @param isPublic whether the place was said to be public
 * @param timeMs when that was known
 * @param evidence the latest message about the meeting, and the reaction
 */
record KeptAftermath(
    String account,
    String whom,
    boolean reacted,
    boolean isPublic,
    long timeMs,
    List<Evidence> evidence) {
  static final Comparator<KeptAftermath> OLDEST_FIRST =
      Comparator.comparingLong(KeptAftermath::timeMs)
          .thenComparing(KeptAftermath::account)
          .thenComparing(KeptAftermath::whom);

  KeptAftermath {
    evidence = List.copyOf(evidence);
  }

  boolean isOfSame(KeptAftermath other) {
    return account.equals(other.account) && whom.equals(other.whom);
  }

  void write(ByteWriter out) {
    out.text(account).text(whom).flag(reacted).flag(isPublic).signed(timeMs);
    MeetingOutcome.writeEvents(evidence, out);
  }

  static KeptAftermath read(ByteReader in) {
    return new KeptAftermath(
        in.text(), in.text(), in.flag(), in.flag(), in.signed(), MeetingOutcome.readEvents(in));
  }
}
