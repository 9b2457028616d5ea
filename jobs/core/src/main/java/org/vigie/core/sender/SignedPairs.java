package org.vigie.core.sender;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeView;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Step;
import org.vigie.core.route.Belief;
import org.vigie.core.route.Observation;
import org.vigie.core.route.PairChange;
import org.vigie.core.rule.Signs;

/** Keeps the signed events of an account's pairs, and what belongs to them. */
final class SignedPairs {
  private static final long DAY_MS = 24 * 3_600_000L;

  /** Twice the longest window, so that a finding can be looked at again. */
  static final long KEPT_MS = 60 * DAY_MS;

  private static final long RELAYED_MS = 7 * DAY_MS;

  private SignedPairs() {}

  /** Whether a change is of a kind that is kept here. */
  static boolean concern(PairChange change) {
    Observation observation = change.observation();
    return observation.signs() != 0
        || observation.meeting().isPresent()
        || change.run() != PairChange.NOT_TOLD;
  }

  /** Takes in what the account is told of a pair. */
  static void tell(SenderState state, PairChange change, Step step) {
    forget(state, step.timeMs());
    Observation observation = change.observation();
    long tag = change.own() ? observation.counterpartTag() : observation.subjectTag();
    String account = change.own() ? observation.counterpart() : observation.subject();
    @Nullable SignedPair known = state.signedPairs.find(pair -> pair.tag == tag);
    SignedPair pair = known == null ? new SignedPair(account, tag) : known;
    state.signedPairs.removeIf(one -> one.tag == tag);
    if (change.own() && pair.age != null && !pair.age.believesAs(change.age())) {
      state.occasion.corrects(tag);
    }
    progress(pair, change, step);
    if (observation.meeting().isPresent()) {
      agree(pair, observation, step);
    }
    if (observation.signs() != 0) {
      pair.add(event(change, step), step);
    }
    if (pair.isEmpty()) {
      return;
    }
    state.occasion.tellsOfSigns(tag);
    @Nullable SignedPair dropped =
        state.signedPairs.addSorted(pair, leastRecentFirst(state.occasion.signed()), step);
    if (dropped != null) {
      state.lostSignsMs = Math.max(state.lostSignsMs, dropped.latestMs());
    }
  }

  /**
   * Pairs stand in the order of the instants that told of them, so that what the present one tells
   * of comes last, by the other's id: two instants can have one time.
   */
  private static Comparator<SignedPair> leastRecentFirst(Set<Long> toldNow) {
    return Comparator.comparing((SignedPair pair) -> toldNow.contains(pair.tag))
        .thenComparing(pair -> toldNow.contains(pair.tag) ? pair.account : Unknown.ID);
  }

  private static void progress(SignedPair pair, PairChange change, Step step) {
    pair.toldMs = step.timeMs();
    pair.contactMs = change.firstMs();
    pair.lastMs = change.lastMs();
    pair.openedByOwn = change.pair().openedByReceiver();
    pair.unsolicited = change.pair().unsolicited();
    pair.messages = change.messages();
    if (change.own()) {
      pair.age = change.age();
    }
    if (change.run() != PairChange.NOT_TOLD) {
      pair.run = change.run();
      pair.runMs = change.run() == 0 ? Unknown.TIME : step.timeMs();
    }
    if (change.observation().kind().isReaction()) {
      pair.acquaintance = change.acquaintance();
      pair.reactedMs = step.timeMs();
      pair.reactionId = step.root().id();
    }
  }

  private static void agree(SignedPair pair, Observation observation, Step step) {
    Meeting said = observation.meeting();
    long nowMs = step.timeMs();
    boolean opens =
        said.status() == Meeting.Status.PROPOSED || said.status() == Meeting.Status.ACCEPTED;
    if (!opens || said.timeCountsAt(nowMs)) {
      pair.meetings.removeIf(meeting -> meeting.isOpenFor(said, nowMs));
    }
    if (opens && said.timeCountsAt(nowMs)) {
      AgreedTime agreed =
          new AgreedTime(
              said.id(),
              said.timeMs(),
              nowMs,
              said.publicPlace(),
              observation.evidence(step.root()));
      pair.meetings.addSorted(agreed, AgreedTime.OLDEST_FIRST, step);
    }
  }

  private static SignedEvent event(PairChange change, Step step) {
    Observation observation = change.observation();
    return new SignedEvent(
        observation.evidence(step.root()),
        observation.signs(),
        observation.strongSigns(),
        0,
        change.isSentByReceiver(),
        observation.isPrivate());
  }

  /**
   * Marks in the events of the instant the codes that the account had from somebody else. All that
   * the instant brought must have been told: what it pushed out says nothing any more.
   */
  static void relay(SenderState state, Step step) {
    Set<Long> told = state.occasion.signed();
    if (told.isEmpty()) {
      return;
    }
    for (SignedPair pair : state.signedPairs) {
      if (told.contains(pair.tag)) {
        pair.events.relayIn(step, event -> relayed(state, pair, event));
      }
    }
  }

  private static long relayed(SenderState state, SignedPair pair, SignedEvent event) {
    long codes = Signs.codesOf(event.signs());
    if (codes == 0) {
      return 0;
    }
    long relayed = 0;
    for (SignedPair other : state.signedPairs) {
      for (int i = 0; other.tag != pair.tag && i < other.size(); i++) {
        SignedEvent receipt = other.events.get(i);
        boolean counts = !receipt.own() && receipt.isPrivate() && receipt.isBefore(event);
        if (counts && event.timeMs() - receipt.timeMs() < RELAYED_MS) {
          relayed |= codes & receipt.signs() & ~sentBefore(other, receipt);
        }
      }
    }
    return relayed;
  }

  /** Signs that the account had sent the other before it got them back. */
  private static long sentBefore(SignedPair pair, SignedEvent receipt) {
    long sent = 0;
    for (int i = 0; i < pair.size(); i++) {
      SignedEvent event = pair.events.get(i);
      sent |= event.own() && event.isBefore(receipt) ? event.signs() : 0;
    }
    return sent;
  }

  /** The belief about an account of which the account of this state was told. */
  static void believe(SenderState state, Belief belief, Step step) {
    forget(state, step.timeMs());
    for (SignedPair pair : state.signedPairs) {
      @Nullable AgeView known = pair.tag == belief.accountTag() ? pair.age : null;
      if (known != null && !known.believesAs(belief.age())) {
        pair.age = belief.age();
        state.occasion.corrects(pair.tag);
      }
    }
  }

  /** Forgets what is too old to be kept. */
  static void forget(SenderState state, long nowMs) {
    for (SignedPair pair : state.signedPairs) {
      pair.forgetThrough(nowMs - KEPT_MS);
    }
    state.signedPairs.removeIf(SignedPair::isEmpty);
  }

  /** Whether the others of two pairs belong together, as of their reactions. */
  static boolean areJoined(SignedPair one, SignedPair other) {
    if (one.acquaintance == null || other.acquaintance == null) {
      return false;
    }
    boolean oneKnows = other.reactedBefore(one) && one.acquaintance.knows(other.tag);
    boolean otherKnows = one.reactedBefore(other) && other.acquaintance.knows(one.tag);
    return oneKnows || otherKnows || one.acquaintance.isJoinedWith(other.acquaintance);
  }
}
