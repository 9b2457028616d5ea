package org.vigie.core.sender;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeBelief;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.StageTime;
import org.vigie.core.event.MatchedMedia;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Listed;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.judge.RestsOn;
import org.vigie.core.rule.Table;

/** Whom a finding about an account or one of its pairs concerns, and what it rests on. */
final class Concerned {
  private static final SignalCode[] CODES = SignalCode.values();
  private static final Comparator<Named> OLDEST_FIRST =
      Comparator.comparingLong(Named::lastMs).thenComparing(named -> named.counterpart().account());

  final List<Counterpart> counterparts = new ArrayList<>();
  final List<Evidence> evidence = new ArrayList<>();
  final List<StageTime> stages = new ArrayList<>();

  /** The passed meeting that was to be last, of those that the finding rests on; null if none. */
  @Nullable AgreedTime passed;

  int counterpartsTotal;
  int mutualsUnknown;

  private Concerned() {}

  /** Whether it lists an account among those concerned. */
  boolean lists(String account) {
    return counterparts.stream().anyMatch(one -> one.account().equals(account));
  }

  /** Those of a finding that is due now. */
  static Concerned by(SenderState state, CompiledRule rule, Judged judged, Step step) {
    Concerned concerned = new Concerned();
    long sinceMs = step.timeMs() - rule.longestWindowMs();
    AgeView unknown = new AgeBelief().view(step.rules(state.community).ages());
    if (judged.coded() != null) {
      concerned.add(judged.coded(), sinceMs);
    } else if (judged.signed() != null) {
      concerned.add(judged.signed(), unknown, rule);
    } else {
      concerned.addOthers(state, rule, unknown, step);
      concerned.addPosts(state, rule, step);
    }
    return concerned;
  }

  /** The gravest by name. */
  static List<MatchedMedia> listed(List<MatchedMedia> matched, Step step) {
    List<MatchedMedia> sorted =
        matched.stream().distinct().sorted(MatchedMedia.GRAVEST_FIRST).toList();
    return Listed.first(sorted, StateLimit.SENDER_LISTED_MEDIA, step);
  }

  private void add(CodedPair pair, long sinceMs) {
    counterparts.add(pair.counterpart());
    counterpartsTotal = 1;
    for (CodedPair.CodeSeen seen : pair.after(sinceMs).codes()) {
      evidence.add(seen.evidence().withCodes(1 << seen.code()));
      stages.add(new StageTime(CODES[seen.code()], seen.firstMs()));
    }
  }

  private void add(SignedPair pair, AgeView unknown, CompiledRule rule) {
    counterparts.add(pair.counterpart(unknown));
    counterpartsTotal = 1;
    rule.restsOn(
        new RestsOn() {
          @Override
          public void pair(int index) {
            throw new IllegalStateException("a rule about a pair counts no pairs");
          }

          @Override
          public void event(int index, int event, long signs) {
            evidence.add(pair.events.get(event).evidenceFor(signs));
          }

          @Override
          public void meeting(int index, int meeting) {
            AgreedTime one = pair.meetings.get(meeting);
            boolean isLater = passed == null || AgreedTime.LATEST_LAST.compare(passed, one) < 0;
            passed = isLater ? one : passed;
          }
        });
    if (passed != null && rule.rule().warnsOfMeetings()) {
      evidence.add(passed.evidence());
    }
  }

  private void addPosts(SenderState state, CompiledRule rule, Step step) {
    @Nullable Evidence posting = state.occasion.posting();
    if (rule.reads(Table.MATCHED_MEDIA) && posting != null) {
      evidence.add(posting.withMedia(listed(state.occasion.matched(), step)));
    }
    for (int i = 0; rule.reads(Table.ROOM_POSTS) && i < state.roomPosts.size(); i++) {
      if (rule.counts(Table.ROOM_POSTS, i)) {
        evidence.add(state.roomPosts.get(i).evidence());
      }
    }
    for (int i = 0; rule.reads(Table.KNOWN_MEDIA) && i < state.knownMedia.size(); i++) {
      if (rule.counts(Table.KNOWN_MEDIA, i)) {
        evidence.add(state.knownMedia.get(i).evidence());
      }
    }
  }

  /** The counted rows, and the pairs that a feature over pairs counts. */
  private void addOthers(SenderState state, CompiledRule rule, AgeView unknown, Step step) {
    Map<String, Named> named = new TreeMap<>();
    for (int i = 0; rule.reads(Table.NEW_CONTACTS) && i < state.contacts.size(); i++) {
      ContactRow row = state.contacts.get(i);
      if (rule.counts(Table.NEW_CONTACTS, i)) {
        named.put(
            row.account(), new Named(row.openedMs(), row.counterpart(), List.of(row.opening())));
        mutualsUnknown += row.mutualContacts() == Unknown.INT ? 1 : 0;
      }
    }
    rule.restsOn(
        new RestsOn() {
          @Override
          public void pair(int index) {
            SignedPair pair = state.signedPairs.get(index);
            Named told = new Named(pair.toldMs, pair.counterpart(unknown), List.of());
            named.merge(pair.account, told, Named::later);
          }

          @Override
          public void event(int index, int event, long signs) {
            evidence.add(state.signedPairs.get(index).events.get(event).evidenceFor(signs));
          }

          @Override
          public void meeting(int index, int meeting) {
            // Of several pairs no single meeting says when it was.
          }
        });
    counterpartsTotal = named.size();
    List<Named> oldestFirst = named.values().stream().sorted(OLDEST_FIRST).toList();
    for (Named one : Listed.last(oldestFirst, StateLimit.SENDER_LISTED_COUNTERPARTS, step)) {
      counterparts.add(one.counterpart);
      evidence.addAll(one.openings);
    }
  }

  /** One of several others, and when it was heard of last. */
  private record Named(long lastMs, Counterpart counterpart, List<Evidence> openings) {
    Named later(Named told) {
      return new Named(Math.max(lastMs, told.lastMs), told.counterpart, openings);
    }
  }
}
