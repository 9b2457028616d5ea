package org.vigie.core.sender;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.MatchedMedia;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Step;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.AccountLife;
import org.vigie.core.route.LinkNews;
import org.vigie.core.route.LinkNews.Link;
import org.vigie.core.route.Observation;
import org.vigie.core.route.Origin;
import org.vigie.core.route.PairChange;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.route.Posted;
import org.vigie.core.rule.Signs;

/** Leaves traces at hashes, texts, rooms and targets: what many accounts may have in common. */
final class TraceTeller {
  private static final int HAMMING_MAX = 10;
  private static final int RECRUITING =
      Signs.codesOf(Signs.of(SignalCode.SEDATION, SignalCode.THIRD_PARTY_UNAWARE).mask());
  private static final int APPROACHING =
      Signs.codesOf(Signs.of(SignalCode.PRICE, SignalCode.MEETING_PROPOSAL).mask());

  private final Tags tags;

  TraceTeller(Tags tags) {
    this.tags = tags;
  }

  /** Whether a change may be an approach. */
  static boolean mayApproach(PairChange change) {
    Observation act = change.observation();
    return change.own() && act.isPrivate() && (act.codes() & APPROACHING) != 0;
  }

  /** A private message about a price or a meeting to somebody whom the account contacted cold. */
  void approach(SenderState state, PairChange change, Step step) {
    Observation act = change.observation();
    @Nullable ContactRow row =
        state.contacts.find(contact -> contact.tag() == act.counterpartTag());
    if (row == null || !row.unsolicited() || !row.isStranger()) {
      return;
    }
    AgeView own = state.belief.view(step.rules(state.community).ages());
    Evidence evidence = act.evidence(step.root());
    leave(
        state,
        new LinkNews.Trace(
            new Link(state.community, Via.ACCOUNT, act.counterpart()),
            state.account,
            List.of(),
            false,
            Unknown.ID,
            row.mutualContacts() != Unknown.INT,
            AgeView.gap(own, change.age()),
            evidence.withCodes(evidence.codes() & APPROACHING),
            act.origin().recordedMs()),
        step);
  }

  /** A message as a whole. */
  void post(SenderState state, Posted posted, Step step) {
    boolean anyVerified = false;
    for (MatchedMedia item : posted.media()) {
      anyVerified |= isVerified(item);
      spread(state, posted, link(state, Via.MEDIA, item.hash()), isVerified(item), step);
    }
    for (MatchedMedia item : posted.links()) {
      spread(state, posted, link(state, Via.LINK, item.hash()), isVerified(item), step);
    }
    for (String hash : posted.linksBeside()) {
      spread(state, posted, link(state, Via.LINK, hash), anyVerified, step);
    }
    if (posted.isMenu()) {
      String text = HexFormat.of().toHexDigits(keptText(state, posted.fingerprint(), step));
      spread(state, posted, link(state, Via.TEXT, text), false, step);
    }
    if (Unknown.isKnown(posted.room()) && (posted.codes() & RECRUITING) != 0) {
      member(state, posted.room(), posted.codes() & RECRUITING, posted.origin(), step);
    }
  }

  private static boolean isVerified(MatchedMedia item) {
    return item.match().method() == ListMatch.Method.EXACT && item.match().verified();
  }

  private static Link link(SenderState state, Via via, String id) {
    return new Link(state.community, via, id);
  }

  private void spread(SenderState state, Posted posted, Link link, boolean marked, Step step) {
    boolean inRoom = Unknown.isKnown(posted.room());
    if (!inRoom && posted.whom().isEmpty()) {
      return; // it went to nobody else
    }
    int codes = link.via() == Via.TEXT ? posted.codes() : 0;
    leave(
        state,
        new LinkNews.Trace(
            link,
            state.account,
            inRoom ? List.of(posted.room()) : posted.whom(),
            inRoom,
            Unknown.ID,
            marked,
            0,
            posted.origin().evidence(step.root(), codes),
            posted.origin().recordedMs()),
        step);
  }

  /** The earliest kept text that is alike, else the text itself, which is kept. */
  private static long keptText(SenderState state, long fingerprint, Step step) {
    for (long kept : state.menus) {
      if (Long.bitCount(kept ^ fingerprint) <= HAMMING_MAX) {
        return kept;
      }
    }
    state.menus.add(fingerprint, step);
    return fingerprint;
  }

  /** The account joined a room. */
  void join(SenderState state, AccountLife life, Step step) {
    if (Unknown.isKnown(life.room())) {
      member(state, life.room(), 0, life.origin(), step);
    }
  }

  private void member(SenderState state, String room, int codes, Origin origin, Step step) {
    leave(
        state,
        new LinkNews.Trace(
            link(state, Via.ROOM, room),
            state.account,
            List.of(),
            false,
            Unknown.ID,
            codes != 0,
            0,
            origin.evidence(step.root(), codes),
            origin.recordedMs()),
        step);
  }

  /** A meeting at a place, proposed by the account, told to one of its devices. */
  void propose(SenderState state, String device, PairChange change, Step step) {
    Observation act = change.observation();
    leave(
        state,
        new LinkNews.Trace(
            link(state, Via.DEVICE, device),
            state.account,
            List.of(act.counterpart()),
            false,
            act.meeting().place(),
            false,
            0,
            act.evidence(step.root()),
            act.origin().recordedMs()),
        step);
  }

  /** Accounts that are no persons leave no traces. */
  private void leave(SenderState state, LinkNews.Trace trace, Step step) {
    if (!state.isPerson()) {
      return;
    }
    ByteWriter out = new ByteWriter(128).octet(PayloadKind.LINK_TRACE.ordinal());
    trace.write(out);
    Link link = trace.link();
    step.emit(
        StopName.LINKS,
        tags.linkKey(link.via().name(), link.community(), link.id()),
        out.toBytes());
  }
}
