package org.vigie.core.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.Finding;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.alert.Subject;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.fold.Step;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.judge.Judge;
import org.vigie.core.judge.Verdict;
import org.vigie.core.links.LinkState.Seen;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.core.route.LinkNews.Link;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;

/** Judges what accounts have in common at a link: the accounts of a device, traces elsewhere. */
final class TraceJudgement {
  private TraceJudgement() {}

  static void judge(LinkState state, Link link, Step step) {
    if (link.via() == Via.DEVICE) {
      judgeDevice(state, link, step);
      return;
    }
    if (!state.occasion.traced().isEmpty()) {
      judgeTraces(state, link, step);
    }
    LaterJudgement.judge(state, link, step);
  }

  private static void judgeDevice(LinkState state, Link link, Step step) {
    Set<String> judged = new TreeSet<>(state.occasion.told());
    judged.addAll(state.occasion.traced());
    judged.addAll(state.occasion.comeAfter());
    judged.addAll(state.occasion.returned());
    for (String account : judged) {
      Set<String> cluster = LinkJudgement.clusterOf(state, link, account);
      List<Seen> rows = new ArrayList<>();
      for (Seen seen : state.accounts) {
        if (cluster.contains(seen.account()) && seen.summary().isPerson()) {
          rows.add(seen);
        }
      }
      boolean joined = cluster.size() >= 2;
      SubjectKind kind = joined ? SubjectKind.DEVICE : SubjectKind.ACCOUNT;
      Common common = Common.atDevice(link, kind, joined ? link.id() : account).of(cluster);
      DeviceFacts facts =
          new DeviceFacts(
              rows,
              DeviceFacts.places(cluster, state.traces, step.timeMs()),
              new AftermathFacts(state.aftermaths, cluster),
              new BanRows(account, rows, state.returns, step.timeMs()),
              step.timeMs());
      Judge judge = step.rules(link.community()).judge(Scope.LINK);
      judge.begin(facts, step.timeMs());
      boolean isPerson = rows.stream().anyMatch(seen -> seen.account().equals(account));
      for (CompiledRule rule : judge.rules()) {
        boolean isTold =
            state.occasion.told().contains(account) && (isPerson || rule.rule().neverSilenced());
        if (hasReason(rule, state.occasion, account, isTold) && rule.fires()) {
          common.addAccounts(rule, facts, step);
          raise(state, rule, joined, common, step);
        }
      }
    }
  }

  private static boolean hasReason(
      CompiledRule rule, LinkOccasion occasion, String account, boolean isTold) {
    return isTold && (rule.reads(Table.ACCOUNTS) || rule.reads(Table.BANS))
        || rule.reads(Table.PLACES) && occasion.traced().contains(account)
        || rule.reads(Table.AFTERMATHS) && occasion.comeAfter().contains(account)
        || rule.reads(Table.BANS) && occasion.returned().contains(account);
  }

  private static void judgeTraces(LinkState state, Link link, Step step) {
    Set<String> judged = link.via() == Via.TEXT ? state.occasion.traced() : Set.of(link.id());
    for (String subject : judged) {
      Common common = Common.atTraces(link, subject);
      TraceFacts facts = new TraceFacts(link.via(), state.traces);
      Judge judge = step.rules(link.community()).judge(Scope.LINK);
      judge.begin(facts, step.timeMs());
      for (CompiledRule rule : judge.rules()) {
        if (rule.reads(TraceFacts.tableOf(link.via())) && rule.fires()) {
          common.addTraces(rule, facts, step);
          raise(state, rule, false, common, step);
        }
      }
    }
  }

  static void raise(LinkState state, CompiledRule rule, boolean joined, Common common, Step step) {
    Verdict verdict = common.withIdentity(rule.verdict(), joined);
    String id = common.subjectId();
    @Nullable Cooldown last = state.standing.find(one -> one.isOf(rule.rule().id(), id));
    boolean cools =
        last != null
            && step.timeMs() - last.timeMs() < rule.rule().cooldownMs()
            && verdict.severity().compareTo(last.severity()) <= 0;
    if (cools) {
      return;
    }
    state.standing.removeIf(one -> one.isOf(rule.rule().id(), id));
    state.standing.add(new Cooldown(rule.rule().id(), id, step.timeMs(), verdict.severity()), step);
    Subject subject = common.subject(rule);
    boolean warns = rule.rule().warnsOfMeetings() && !common.accounts().isEmpty();
    List<PendingMeeting> named =
        warns ? AlertTeller.pendingOf(state, common.accounts(), step) : List.of();
    Finding finding =
        common
            .finding(rule, verdict, subject, state.occasion.recordedMs(), step)
            .naming(named, warns ? Finding.Warning.CLUSTER : Finding.Warning.NONE);
    Key alert = AlertId.key(AlertId.of(rule.rule().harm(), subject));
    if (warns) {
      AlertTeller.remember(state, rule.rule().harm(), subject, step);
      named.forEach(meeting -> AlertTeller.name(state, alert, meeting, step));
    }
    ByteWriter out = new ByteWriter(512).octet(PayloadKind.FINDING.ordinal());
    finding.write(out);
    step.emit(StopName.CASES, alert, out.toBytes());
  }
}
