package org.vigie.core.sender;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.Cooling;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidences;
import org.vigie.core.alert.Finding;
import org.vigie.core.alert.Role;
import org.vigie.core.alert.Subject;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.alert.Superseded;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.SessionEvent.AccountKind;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.judge.Facts;
import org.vigie.core.judge.Judge;
import org.vigie.core.judge.Verdict;
import org.vigie.core.order.StopName;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;

/** Judges an account and its pairs at an instant that gave a reason to. */
final class SenderJudgement {
  /** No counterpart: the rule is about the account. */
  private static final long NOBODY = 0;

  void judge(SenderState state, Step step) {
    long nowMs = step.timeMs();
    state.contacts.removeIf(row -> row.openedMs() <= nowMs - Contacts.KEPT_MS);
    for (int i = 0; i < state.pairs.size(); i++) {
      state.pairs.set(i, state.pairs.get(i).after(nowMs - Contacts.CODES_KEPT_MS));
    }
    state.pairs.removeIf(pair -> pair.codes().isEmpty());
    supersede(state, step);
    AccountFacts account = new AccountFacts(state, step.rules().ages(), nowMs);
    judge(state, Scope.ACCOUNT, account, null, step);
    for (int i = 0; i < state.pairs.size(); i++) {
      CodedPair pair = state.pairs.get(i);
      if (concerns(state.occasion, pair, nowMs)) {
        PairFacts facts = new PairFacts(state, pair, step.rules().ages(), nowMs);
        judge(state, Scope.PAIR, facts, pair, step);
      }
    }
  }

  private static boolean concerns(Occasion occasion, CodedPair pair, long nowMs) {
    boolean believedAnew = occasion.hasOwnBelief() || occasion.beliefs().contains(pair.tag());
    return occasion.coded().contains(pair.tag())
        || believedAnew && pair.codesAfter(nowMs - Contacts.KEPT_MS) != 0;
  }

  private static void judge(
      SenderState state, Scope scope, Facts facts, @Nullable CodedPair pair, Step step) {
    Judge judge = step.rules().judge(scope);
    judge.begin(facts, step.timeMs());
    boolean person = state.kind == AccountKind.HUMAN || state.kind == AccountKind.UNKNOWN;
    List<CompiledRule> rules = judge.rules();
    for (int i = 0; i < rules.size(); i++) {
      CompiledRule rule = rules.get(i);
      boolean judged = (person || rule.rule().neverSilenced()) && hasReason(state, rule);
      if (judged && rule.fires()) {
        raise(state, rule, pair, step);
      }
    }
  }

  /** A rule about an account is judged when what it counts over changed; one about a pair is. */
  private static boolean hasReason(SenderState state, CompiledRule rule) {
    Occasion occasion = state.occasion;
    return rule.rule().scope() == Scope.PAIR
        || rule.reads(Table.NEW_CONTACTS) && occasion.hasContacts()
        || rule.reads(Table.MATCHED_MEDIA) && !occasion.matched().isEmpty();
  }

  private static void raise(
      SenderState state, CompiledRule rule, @Nullable CodedPair pair, Step step) {
    Verdict verdict = rule.verdict();
    String counterpart = pair == null ? "" : pair.account();
    long tag = pair == null ? NOBODY : pair.tag();
    Standing last = state.standing.find(one -> one.isOf(rule.rule().id(), counterpart));
    if (last != null && cools(last, rule, verdict, step)) {
      if (rule.rule().neverSilenced()) {
        long untilMs = last.timeMs() + rule.rule().cooldownMs();
        ByteWriter out = new ByteWriter(512).octet(PayloadKind.COOLING.ordinal());
        new Cooling(finding(state, rule, verdict, pair, step), untilMs).write(out);
        send(subjectOf(state), rule.rule(), out, step);
      }
      return;
    }
    state.standing.removeIf(one -> one.isOf(rule.rule().id(), counterpart));
    state.standing.add(
        new Standing(rule.rule().id(), counterpart, tag, step.timeMs(), verdict.severity(), false),
        step);
    Finding finding = finding(state, rule, verdict, pair, step);
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
      SenderState state, CompiledRule rule, Verdict verdict, @Nullable CodedPair pair, Step step) {
    Concerned concerned = Concerned.by(state, rule, pair, step);
    Subject subject = subjectOf(state);
    Counterpart self =
        new Counterpart(
            state.account,
            Role.SUSPECTED_ACTOR,
            state.belief.view(step.rules().ages()),
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
        pair == null ? "" : pair.account(),
        Via.ACCOUNT,
        List.of(state.account),
        List.of(self),
        concerned.counterparts,
        concerned.counterpartsTotal,
        concerned.mutualsUnknown,
        concerned.stages,
        Evidences.merged(concerned.evidence, StateLimit.SENDER_LISTED_EVENTS, step),
        List.of(),
        step.timeMs(),
        state.occasion.recordedMs(),
        rule.isCertain(),
        step.isForced());
  }

  /** Findings that rest on a belief which changed are judged again as of their own instant. */
  private static void supersede(SenderState state, Step step) {
    Occasion occasion = state.occasion;
    if (!occasion.hasOwnBelief() && occasion.beliefs().isEmpty()) {
      return;
    }
    for (int i = 0; i < state.standing.size(); i++) {
      Standing standing = state.standing.get(i);
      CompiledRule rule = ruleOf(standing, step);
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
        send(subjectOf(state), rule.rule(), out, step);
      }
    }
  }

  private static boolean isWatched(
      Standing standing, CompiledRule rule, Occasion occasion, Step step) {
    boolean young = step.timeMs() - standing.timeMs() < rule.longestWindowMs();
    boolean concerned =
        occasion.hasOwnBelief()
            || standing.counterpartTag() == NOBODY
            || occasion.beliefs().contains(standing.counterpartTag());
    return young && concerned && rule.readsAges();
  }

  private static boolean stillHolds(
      SenderState state, Standing standing, CompiledRule rule, Step step) {
    Facts facts;
    if (standing.counterpartTag() == NOBODY) {
      if (hasLostRows(state, standing, rule)) {
        return true; // who counted then can't be looked at again: new contacts clear nobody
      }
      facts = new AccountFacts(state, step.rules().ages(), step.timeMs());
    } else {
      CodedPair pair = state.pairs.find(one -> one.tag() == standing.counterpartTag());
      if (pair == null) {
        return true; // its codes are gone, and with them the belief that could fall
      }
      facts = new PairFacts(state, pair, step.rules().ages(), step.timeMs());
    }
    step.rules().judge(rule.rule().scope()).begin(facts, standing.timeMs());
    return rule.fires();
  }

  /** Whether rows that a finding may rest on had to go for newer ones. */
  private static boolean hasLostRows(SenderState state, Standing standing, CompiledRule rule) {
    return rule.reads(Table.NEW_CONTACTS)
        && state.lostContactMs > standing.timeMs() - rule.longestWindowMs();
  }

  private static @Nullable CompiledRule ruleOf(Standing standing, Step step) {
    CompiledRule ofAccount = step.rules().judge(Scope.ACCOUNT).rule(standing.rule());
    return ofAccount != null ? ofAccount : step.rules().judge(Scope.PAIR).rule(standing.rule());
  }

  private static Subject subjectOf(SenderState state) {
    return new Subject(state.community, SubjectKind.ACCOUNT, state.account, Role.SUSPECTED_ACTOR);
  }

  private static void send(Subject subject, Rule rule, ByteWriter payload, Step step) {
    step.emit(StopName.CASES, AlertId.key(AlertId.of(rule.harm(), subject)), payload.toBytes());
  }
}
