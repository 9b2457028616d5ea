package org.vigie.core.sender;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Evidences;
import org.vigie.core.event.SignalCode;
import org.vigie.core.fold.Step;
import org.vigie.core.route.Belief;
import org.vigie.core.route.Observation;
import org.vigie.core.route.PairChange;

/** Keeps an account's rows of contacts and of pairs with codes. */
final class Contacts {
  static final long KEPT_MS = 14 * 24 * 3_600_000L;

  /** Codes outlive the longest window by itself: so long a finding that read them is watched. */
  static final long CODES_KEPT_MS = 2 * KEPT_MS;

  private static final int CLOSURE_CONTACTS_MAX = 32;
  private static final Comparator<ContactRow> OLDEST_FIRST =
      Comparator.comparing(ContactRow::opening, Evidences.OLDEST_FIRST)
          .thenComparing(ContactRow::account);
  private static final Comparator<CodedPair> LEAST_RECENT_FIRST =
      Comparator.comparing(CodedPair::lastCode, Evidences.OLDEST_FIRST)
          .thenComparing(CodedPair::account);
  private static final int STAGES = stages();

  /** An act in a pair of the account, by itself or by the other. */
  void act(SenderState state, PairChange change, Step step) {
    Observation observation = change.observation();
    long tag = change.own() ? observation.counterpartTag() : observation.subjectTag();
    state.contacts.removeIf(row -> row.openedMs() <= step.timeMs() - KEPT_MS);
    progress(state, change, tag, step);
    if (change.opened()) {
      open(state, change, tag, step);
    }
    if (change.own() && bearsStage(observation)) {
      code(state, change, tag, step);
    }
  }

  /** Whether it is a private message with a stage code. */
  static boolean bearsStage(Observation observation) {
    return observation.isPrivate() && (observation.codes() & STAGES) != 0;
  }

  /** The belief about an account that this one may have had contact with. */
  void believe(SenderState state, Belief belief, Step step) {
    state.contacts.removeIf(row -> row.openedMs() <= step.timeMs() - KEPT_MS);
    for (int i = 0; i < state.contacts.size(); i++) {
      ContactRow row = state.contacts.get(i);
      if (row.tag() == belief.accountTag()) {
        state.contacts.set(i, row.withAge(belief.age()));
        state.occasion.changesBelief(row.tag());
        state.occasion.changesContacts();
      }
    }
    for (int i = 0; i < state.pairs.size(); i++) {
      CodedPair pair = state.pairs.get(i);
      if (pair.tag() == belief.accountTag()) {
        state.pairs.set(i, pair.withAge(belief.age()));
        state.occasion.changesBelief(pair.tag());
      }
    }
  }

  private static void progress(SenderState state, PairChange change, long tag, Step step) {
    int index = state.contacts.indexOf(row -> row.tag() == tag);
    if (index >= 0) {
      ContactRow row = state.contacts.get(index);
      state.contacts.set(
          index,
          row.withProgress(change.answered(), change.messages(), change.firstMs(), step.timeMs()));
    }
    int coded = state.pairs.indexOf(pair -> pair.tag() == tag);
    if (coded >= 0) {
      CodedPair pair = state.pairs.get(coded);
      state.pairs.set(
          coded,
          new CodedPair(
              pair.account(),
              tag,
              pair.age(),
              change.messages(),
              change.firstMs(),
              step.timeMs(),
              pair.codes()));
    }
  }

  private static void open(SenderState state, PairChange change, long tag, Step step) {
    Observation observation = change.observation();
    int possible = 0;
    int known = 0;
    int possibleMax = change.contactsAreKnown() ? CLOSURE_CONTACTS_MAX : 0;
    for (int i = state.contacts.size() - 1; i >= 0 && possible < possibleMax; i--) {
      ContactRow row = state.contacts.get(i);
      if (row.tag() != tag && !row.wasOpenedAt(step.root())) {
        possible++;
        known += contains(change.contacts(), row.tag()) ? 1 : 0;
      }
    }
    state.contacts.removeIf(row -> row.tag() == tag);
    ContactRow opened =
        new ContactRow(
            observation.counterpart(),
            tag,
            step.timeMs(),
            change.unsolicited(),
            observation.mutualContacts(),
            known,
            possible,
            false,
            change.age(),
            change.messages(),
            change.firstMs(),
            step.timeMs(),
            observation.evidence(step.root()));
    @Nullable ContactRow dropped = state.contacts.addSorted(opened, OLDEST_FIRST, step);
    if (dropped != null) {
      state.lostContactMs = Math.max(state.lostContactMs, dropped.openedMs());
    }
    state.occasion.changesContacts();
  }

  private static void code(SenderState state, PairChange change, long tag, Step step) {
    Observation observation = change.observation();
    int codes = observation.codes() & STAGES;
    Evidence evidence = observation.origin().evidence(step.root(), codes);
    @Nullable CodedPair known = state.pairs.find(pair -> pair.tag() == tag);
    List<CodedPair.CodeSeen> before = known == null ? List.of() : known.codes();
    if (known != null && !known.age().believesAs(change.age())) {
      state.occasion.changesBelief(tag);
    }
    state.pairs.removeIf(pair -> pair.tag() == tag);
    CodedPair pair =
        new CodedPair(
            observation.counterpart(),
            tag,
            change.age(),
            change.messages(),
            change.firstMs(),
            step.timeMs(),
            before);
    state.pairs.addSorted(pair.with(codes, evidence), LEAST_RECENT_FIRST, step);
    state.occasion.sendsCodes(tag);
  }

  private static boolean contains(long[] tags, long wanted) {
    for (long tag : tags) {
      if (tag == wanted) {
        return true;
      }
    }
    return false;
  }

  private static int stages() {
    int mask = 0;
    for (SignalCode code : SignalCode.values()) {
      mask |= code.isStage() ? 1 << code.ordinal() : 0;
    }
    return mask;
  }
}
