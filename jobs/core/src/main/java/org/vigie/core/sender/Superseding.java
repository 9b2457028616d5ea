package org.vigie.core.sender;

import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.Superseded;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.fold.Step;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;

/** Findings that rest on a belief which changed are judged again as of their own instant. */
final class Superseding {
  private Superseding() {}

  static void look(SenderState state, Step step) {
    Occasion occasion = state.occasion;
    boolean correctsNobody = occasion.beliefs().isEmpty() && occasion.corrected().isEmpty();
    if (!occasion.hasOwnBelief() && correctsNobody) {
      return;
    }
    for (int i = 0; i < state.standing.size(); i++) {
      Standing standing = state.standing.get(i);
      @Nullable CompiledRule rule = ruleOf(state, standing, step);
      if (rule == null || standing.superseded() || !isWatched(standing, rule, occasion, step)) {
        continue;
      }
      if (!stillHolds(state, standing, rule, step)) {
        state.standing.set(i, standing.fallen());
        ByteWriter out = new ByteWriter().octet(PayloadKind.SUPERSEDED.ordinal());
        new Superseded(
                standing.rule(),
                standing.counterpart(),
                Via.ACCOUNT,
                standing.timeMs(),
                occasion.recordedMs())
            .write(out);
        SenderJudgement.send(SenderJudgement.subjectOf(state), rule.rule(), out, step);
      }
    }
  }

  private static @Nullable CompiledRule ruleOf(SenderState state, Standing standing, Step step) {
    CompiledRule ofAccount = step.rules(state.community).judge(Scope.ACCOUNT).rule(standing.rule());
    return ofAccount != null
        ? ofAccount
        : step.rules(state.community).judge(Scope.PAIR).rule(standing.rule());
  }

  private static boolean isWatched(
      Standing standing, CompiledRule rule, Occasion occasion, Step step) {
    boolean young = step.timeMs() - standing.timeMs() < rule.longestWindowMs();
    boolean concerned =
        occasion.hasOwnBelief()
            || standing.counterpartTag() == Judged.NOBODY
            || occasion.beliefs().contains(standing.counterpartTag())
            || rule.readsSigns() && occasion.corrected().contains(standing.counterpartTag());
    return young && concerned && rule.readsAges();
  }

  private static boolean stillHolds(
      SenderState state, Standing standing, CompiledRule rule, Step step) {
    long sinceMs = standing.timeMs() - rule.longestWindowMs();
    @Nullable Judged judged = judgedBy(state, standing, rule, step);
    if (judged == null || hasLostRows(state, judged, rule, sinceMs)) {
      return true; // what counted then can't be looked at again: new ones clear nobody
    }
    step.rules(state.community).judge(rule.rule().scope()).begin(judged.facts(), standing.timeMs());
    return rule.fires() && rule.claimedSeverity().compareTo(standing.claim()) >= 0;
  }

  /** What a finding was about; null if it is not kept any more. */
  private static @Nullable Judged judgedBy(
      SenderState state, Standing standing, CompiledRule rule, Step step) {
    AgeView own = state.belief.view(step.rules(state.community).ages());
    long tag = standing.counterpartTag();
    long asOfMs = standing.timeMs();
    if (tag == Judged.NOBODY) {
      return Judged.account(state, own, asOfMs);
    }
    if (rule.readsSigns()) {
      @Nullable SignedPair pair = state.signedPairs.find(one -> one.tag == tag);
      return pair == null ? null : Judged.bySigns(state, pair, own, asOfMs);
    }
    @Nullable CodedPair pair = state.pairs.find(one -> one.tag() == tag);
    return pair == null ? null : Judged.byCodes(state, pair, own, asOfMs);
  }

  /** Whether something that a finding may rest on had to go for newer. */
  private static boolean hasLostRows(
      SenderState state, Judged judged, CompiledRule rule, long sinceMs) {
    if (judged.signed() != null) {
      return judged.signed().lostMs > sinceMs || state.lostSignsMs > sinceMs;
    }
    boolean lostContacts = rule.reads(Table.NEW_CONTACTS) && state.lostContactMs > sinceMs;
    boolean lostSigns =
        rule.readsPairs()
            && (state.lostSignsMs > sinceMs
                || state.signedPairs.find(pair -> pair.lostMs > sinceMs) != null);
    return lostContacts || lostSigns;
  }
}
