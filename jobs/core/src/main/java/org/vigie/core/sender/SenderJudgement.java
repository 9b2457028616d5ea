package org.vigie.core.sender;

import java.util.List;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.Cooling;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidences;
import org.vigie.core.alert.Finding;
import org.vigie.core.alert.Role;
import org.vigie.core.alert.Subject;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.judge.Judge;
import org.vigie.core.judge.Verdict;
import org.vigie.core.order.StopName;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;

/** Judges an account and its pairs at an instant that gave a reason to. */
final class SenderJudgement {
  private static final long ROWS_KEPT_MS = 30 * 24 * 3_600_000L;

  void judge(SenderState state, Step step) {
    long nowMs = step.timeMs();
    forget(state, nowMs);
    Superseding.look(state, step);
    AgeView own = state.belief.view(step.rules(state.community).ages());
    judge(state, Judged.account(state, own, nowMs), isAnyConcerned(state), step);
    for (int i = 0; i < state.pairs.size(); i++) {
      CodedPair pair = state.pairs.get(i);
      if (concerns(state.occasion, pair, nowMs)) {
        judge(state, Judged.byCodes(state, pair, own, nowMs), true, step);
      }
    }
    for (int i = 0; i < state.signedPairs.size(); i++) {
      SignedPair pair = state.signedPairs.get(i);
      if (concerns(state.occasion, pair)) {
        judge(state, Judged.bySigns(state, pair, own, nowMs), true, step);
      }
    }
  }

  /** Forgets what no rule reads any more. */
  static void forget(SenderState state, long nowMs) {
    state.contacts.removeIf(row -> row.openedMs() <= nowMs - Contacts.KEPT_MS);
    for (int i = 0; i < state.pairs.size(); i++) {
      state.pairs.set(i, state.pairs.get(i).after(nowMs - Contacts.CODES_KEPT_MS));
    }
    state.pairs.removeIf(pair -> pair.codes().isEmpty());
    SignedPairs.forget(state, nowMs);
    AlertTeller.forget(state, nowMs);
    state.roomPosts.removeIf(post -> post.timeMs() <= nowMs - ROWS_KEPT_MS);
    state.knownMedia.removeIf(media -> media.timeMs() <= nowMs - ROWS_KEPT_MS);
  }

  private static boolean concerns(Occasion occasion, CodedPair pair, long nowMs) {
    boolean believedAnew = occasion.hasOwnBelief() || occasion.beliefs().contains(pair.tag());
    return occasion.coded().contains(pair.tag())
        || believedAnew && pair.codesAfter(nowMs - Contacts.KEPT_MS) != 0;
  }

  private static boolean concerns(Occasion occasion, SignedPair pair) {
    return occasion.hasOwnBelief() || occasion.tellsOf(pair.tag);
  }

  /**
   * @param signs whether the instant told of anything about a pair that is kept by its signs
   */
  private static void judge(SenderState state, Judged judged, boolean signs, Step step) {
    Judge judge = step.rules(state.community).judge(judged.scope());
    judge.begin(judged.facts(), step.timeMs());
    List<CompiledRule> rules = judge.rules();
    for (int i = 0; i < rules.size(); i++) {
      CompiledRule rule = rules.get(i);
      boolean concerned = state.isPerson() || rule.rule().neverSilenced();
      if (concerned && hasReason(state, judged, signs, rule) && rule.fires()) {
        raise(state, rule, judged, step);
      }
    }
  }

  /** A rule is judged when what it counts changed; one about a pair where that is kept. */
  private static boolean hasReason(
      SenderState state, Judged judged, boolean signs, CompiledRule rule) {
    if (judged.scope() == Scope.PAIR) {
      return rule.readsSigns() == (judged.signed() != null);
    }
    Occasion occasion = state.occasion;
    return rule.reads(Table.NEW_CONTACTS) && occasion.hasContacts()
        || rule.reads(Table.MATCHED_MEDIA) && !occasion.matched().isEmpty()
        || rule.reads(Table.ROOM_POSTS) && occasion.hasRoomPost()
        || rule.reads(Table.KNOWN_MEDIA) && occasion.hasKnownMedia()
        || rule.readsPairs() && signs;
  }

  private static boolean isAnyConcerned(SenderState state) {
    return state.signedPairs.find(pair -> concerns(state.occasion, pair)) != null;
  }

  private static void raise(SenderState state, CompiledRule rule, Judged judged, Step step) {
    Verdict verdict = rule.verdict();
    String counterpart = judged.counterpart();
    Standing last = state.standing.find(one -> one.isOf(rule.rule().id(), counterpart));
    if (last != null && cools(last, rule, verdict, step)) {
      if (rule.rule().neverSilenced()) {
        long untilMs = last.timeMs() + rule.rule().cooldownMs();
        ByteWriter out = new ByteWriter(512).octet(PayloadKind.COOLING.ordinal());
        new Cooling(finding(state, rule, verdict, judged, step), untilMs).write(out);
        send(subjectOf(state), rule.rule(), out, step);
      }
      return;
    }
    state.standing.removeIf(one -> one.isOf(rule.rule().id(), counterpart));
    state.standing.add(
        new Standing(
            rule.rule().id(),
            counterpart,
            judged.counterpartTag(),
            step.timeMs(),
            verdict.severity(),
            verdict.claim(),
            false),
        step);
    AlertTeller.remember(state, rule.rule(), step);
    Finding finding = finding(state, rule, verdict, judged, step);
    ByteWriter out = new ByteWriter(512).octet(PayloadKind.FINDING.ordinal());
    finding.write(out);
    send(finding.subject(), rule.rule(), out, step);
  }

  private static boolean cools(Standing last, CompiledRule rule, Verdict verdict, Step step) {
    return !last.superseded()
        && step.timeMs() - last.timeMs() < rule.rule().cooldownMs()
        && verdict.severity().compareTo(last.severity()) <= 0;
  }

  private static Finding finding(
      SenderState state, CompiledRule rule, Verdict verdict, Judged judged, Step step) {
    Concerned concerned = Concerned.by(state, rule, judged, step);
    Subject subject = subjectOf(state);
    Counterpart self =
        new Counterpart(
            state.account,
            Role.SUSPECTED_ACTOR,
            state.belief.view(step.rules(state.community).ages()),
            0,
            Unknown.TIME,
            Unknown.TIME);
    return new Finding(
        rule.rule().id(),
        rule.rule().version(),
        rule.rule().harm(),
        verdict,
        rule.longestWindowMs(),
        subject,
        judged.counterpart(),
        Via.ACCOUNT,
        List.of(state.account),
        List.of(self),
        concerned.counterparts,
        concerned.counterpartsTotal,
        concerned.mutualsUnknown,
        concerned.stages,
        Evidences.merged(concerned.evidence, StateLimit.SENDER_LISTED_EVENTS, step),
        AlertTeller.name(state, rule.rule(), concerned, step),
        rule.rule().warnsOfMeetings() ? Finding.Warning.LISTED : Finding.Warning.NONE,
        step.timeMs(),
        state.occasion.recordedMs(),
        rule.isCertain(),
        step.isForced());
  }

  static Subject subjectOf(SenderState state) {
    return new Subject(state.community, SubjectKind.ACCOUNT, state.account, Role.SUSPECTED_ACTOR);
  }

  static void send(Subject subject, Rule rule, ByteWriter payload, Step step) {
    step.emit(StopName.CASES, AlertId.key(AlertId.of(rule.harm(), subject)), payload.toBytes());
  }
}
