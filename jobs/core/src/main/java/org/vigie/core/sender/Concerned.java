package org.vigie.core.sender;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.vigie.core.rule.Table;

/** Whom a finding about an account or one of its pairs concerns, and what it rests on. */
final class Concerned {
  private static final SignalCode[] CODES = SignalCode.values();

  final List<Counterpart> counterparts = new ArrayList<>();
  final List<Evidence> evidence = new ArrayList<>();
  final List<StageTime> stages = new ArrayList<>();
  int counterpartsTotal;
  int mutualsUnknown;

  private Concerned() {}

  /** Those of a finding that is due now; {@code pair} null for a rule about the account. */
  static Concerned by(SenderState state, CompiledRule rule, @Nullable CodedPair pair, Step step) {
    Concerned concerned = new Concerned();
    long sinceMs = step.timeMs() - rule.longestWindowMs();
    if (pair != null) {
      concerned.add(pair, sinceMs);
    } else if (rule.reads(Table.NEW_CONTACTS)) {
      concerned.addContacts(state, rule, sinceMs, step);
    }
    Evidence posting = state.occasion.posting();
    if (rule.reads(Table.MATCHED_MEDIA) && posting != null) {
      concerned.evidence.add(posting.withMedia(listed(state.occasion.matched(), step)));
    }
    return concerned;
  }

  /** The gravest by name. */
  private static List<MatchedMedia> listed(List<MatchedMedia> matched, Step step) {
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

  /** The counted rows, the newest of them by name. */
  private void addContacts(SenderState state, CompiledRule rule, long sinceMs, Step step) {
    List<ContactRow> counted = new ArrayList<>();
    for (int i = 0; i < state.contacts.size(); i++) {
      ContactRow row = state.contacts.get(i);
      if (row.openedMs() > sinceMs && rule.counts(Table.NEW_CONTACTS, i)) {
        counted.add(row);
        mutualsUnknown += row.mutualContacts() == Unknown.INT ? 1 : 0;
      }
    }
    counterpartsTotal = counted.size();
    for (ContactRow row : Listed.last(counted, StateLimit.SENDER_LISTED_COUNTERPARTS, step)) {
      counterparts.add(row.counterpart());
      evidence.add(row.opening());
    }
  }
}
