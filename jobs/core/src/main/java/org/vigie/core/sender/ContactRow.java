package org.vigie.core.sender;

import org.vigie.core.age.AgeView;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Role;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;

/**
 * A pair that the account opened.
 *
 * @param mutualContacts as of the opening, −1 if unknown
 * @param closureKnown of the account's contacts then, how many the other knew
 * @param closurePossible how many contacts the account had then
 * @param age what is believed of the other now
 */
record ContactRow(
    String account,
    long tag,
    long openedMs,
    boolean unsolicited,
    int mutualContacts,
    int closureKnown,
    int closurePossible,
    boolean answered,
    AgeView age,
    long messages,
    long firstMs,
    long lastMs,
    Evidence opening) {
  ContactRow withAge(AgeView present) {
    return new ContactRow(
        account,
        tag,
        openedMs,
        unsolicited,
        mutualContacts,
        closureKnown,
        closurePossible,
        answered,
        present,
        messages,
        firstMs,
        lastMs,
        opening);
  }

  ContactRow withProgress(boolean answeredNow, long messagesNow, long firstNowMs, long lastNowMs) {
    return new ContactRow(
        account,
        tag,
        openedMs,
        unsolicited,
        mutualContacts,
        closureKnown,
        closurePossible,
        answered || answeredNow,
        age,
        messagesNow,
        firstNowMs,
        lastNowMs,
        opening);
  }

  /**
   * Whether the two have no friend in common, or, where that is not known, no contact, as far as is
   * known.
   */
  boolean isStranger() {
    return mutualContacts == Unknown.INT ? closureKnown == 0 : mutualContacts == 0;
  }

  /** Whether an instant opened it. */
  boolean wasOpenedAt(Root instant) {
    return openedMs == instant.timeMs()
        && opening.eventId().equals(instant.id())
        && (opening.kind() == Evidence.Kind.MESSAGE) == (instant.rank() == Rank.MESSAGE);
  }

  /** Whether a friend request opened it. */
  boolean isByRequest() {
    return opening.kind() == Evidence.Kind.INTERACTION
        && (opening.codes() & 1 << Evidence.Act.REQUEST.ordinal()) != 0;
  }

  Counterpart counterpart() {
    return new Counterpart(account, Role.POSSIBLE_VICTIM, age, messages, firstMs, lastMs);
  }

  void write(ByteWriter out) {
    out.text(account).fixed64(tag).signed(openedMs).flag(unsolicited).signed(mutualContacts);
    out.number(closureKnown).number(closurePossible).flag(answered);
    age.write(out);
    out.number(messages).signed(openedMs - firstMs).signed(lastMs - openedMs);
    opening.write(out);
  }

  static ContactRow read(ByteReader in) {
    String account = in.text();
    long tag = in.fixed64();
    long openedMs = in.signed();
    return new ContactRow(
        account,
        tag,
        openedMs,
        in.flag(),
        (int) in.signed(),
        in.count(),
        in.count(),
        in.flag(),
        AgeView.read(in),
        in.number(),
        openedMs - in.signed(),
        openedMs + in.signed(),
        Evidence.read(in));
  }
}
