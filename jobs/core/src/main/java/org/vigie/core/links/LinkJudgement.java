package org.vigie.core.links;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Evidences;
import org.vigie.core.alert.Finding;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.alert.Role;
import org.vigie.core.alert.Subject;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Listed;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.judge.Judge;
import org.vigie.core.judge.Verdict;
import org.vigie.core.links.LinkState.Named;
import org.vigie.core.links.LinkState.Seen;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.core.route.LinkNews;
import org.vigie.core.route.LinkNews.Link;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;

/** Judges a link at an instant: whose accounts it joins, what was reported, who may be next. */
final class LinkJudgement {
  void judge(LinkState state, Step step) {
    Link link = state.occasion.link();
    if (link == null) {
      return;
    }
    withdraw(state, step);
    if (link.via() == Via.PLACE) {
      judgePlace(state, link, step);
      LaterJudgement.judge(state, link, step);
    } else {
      judgeAccounts(state, link, step);
      TraceJudgement.judge(state, link, step);
      AlertTeller.tell(state, link, step);
    }
  }

  /** Tells alerts of meetings that they name and that are over, or not as they were. */
  private static void withdraw(LinkState state, Step step) {
    for (LinkNews.OfMeeting news : state.occasion.changed()) {
      LinkNews.@Nullable OfMeeting now = state.meetings.find(news::isSameAs);
      for (Named named : state.named) {
        boolean over = now == null || !now.pending().isSameAs(named.meeting());
        if (named.isOf(news) && over) {
          ByteWriter out = new ByteWriter().octet(PayloadKind.MEETING_OVER.ordinal());
          named.meeting().write(out);
          step.emit(StopName.CASES, named.alert(), out.toBytes());
        }
      }
      state.named.removeIf(
          named -> named.isOf(news) && (now == null || !now.pending().isSameAs(named.meeting())));
    }
  }

  private static void judgeAccounts(LinkState state, Link link, Step step) {
    Set<String> judged = meetingNow(state);
    judged.addAll(state.occasion.reported());
    for (String account : judged) {
      Set<String> cluster = clusterOf(state, link, account);
      Subject subject = subjectOf(link, account, cluster);
      boolean reportedNow = state.occasion.reported().contains(account);
      Case found = new Case(subject, link.via(), cluster, pendingOf(state, cluster));
      raise(state, found, reportedNow, step);
    }
  }

  /** Accounts with a meeting that is news, be it only because the account is. */
  static Set<String> meetingNow(LinkState state) {
    Set<String> meeting = new TreeSet<>();
    state.occasion.meetings().forEach(news -> meeting.add(news.account()));
    for (String account : state.occasion.newlySeen()) {
      boolean meets = state.meetings.find(one -> one.account().equals(account)) != null;
      if (meets) {
        meeting.add(account);
      }
    }
    return meeting;
  }

  /** The device where it joins accounts, else the account. */
  static Subject subjectOf(Link link, String account, Set<String> cluster) {
    return cluster.size() >= 2
        ? new Subject(link.community(), SubjectKind.DEVICE, link.id(), Role.SUSPECTED_ACTOR)
        : new Subject(link.community(), SubjectKind.ACCOUNT, account, Role.SUSPECTED_ACTOR);
  }

  /** The meetings that the link knows of some accounts. */
  static List<LinkNews.OfMeeting> pendingOf(LinkState state, Set<String> accounts) {
    List<LinkNews.OfMeeting> pending = new ArrayList<>();
    for (LinkNews.OfMeeting one : state.meetings) {
      if (accounts.contains(one.account())) {
        pending.add(one);
      }
    }
    return pending;
  }

  /** The account and those that the device joins with it, less its household. */
  static Set<String> clusterOf(LinkState state, Link link, String account) {
    Set<String> cluster = new TreeSet<>(List.of(account));
    Seen self = state.accounts.find(seen -> seen.account().equals(account));
    if (link.via() == Via.DEVICE && !state.joinsNobody && self != null) {
      for (Seen other : state.accounts) {
        if (!self.isHouseholdOf(other)) {
          cluster.add(other.account());
        }
      }
    }
    return cluster;
  }

  /** At a place, others who are to meet there are warned; they are never accused. */
  private static void judgePlace(LinkState state, Link link, Step step) {
    if (state.proposers.size() > LaterJudgement.PROPOSERS_MAX) {
      return;
    }
    Set<String> suspects = new TreeSet<>(state.occasion.reported());
    if (!state.occasion.meetings().isEmpty()) {
      state.reports.forEach(report -> suspects.add(report.account()));
    }
    for (String suspect : suspects) {
      boolean reportedNow = state.occasion.reported().contains(suspect);
      Iterable<LinkNews.OfMeeting> reasons =
          reportedNow ? state.meetings : state.occasion.meetings();
      List<LinkNews.OfMeeting> pending = withoutPart(state.meetings, suspect);
      if (pending.isEmpty() || withoutPart(reasons, suspect).isEmpty()) {
        continue;
      }
      Subject subject =
          new Subject(link.community(), SubjectKind.ACCOUNT, suspect, Role.SUSPECTED_ACTOR);
      raise(
          state,
          new Case(subject, Via.PLACE, new TreeSet<>(List.of(suspect)), pending),
          true,
          step);
    }
  }

  private static List<LinkNews.OfMeeting> withoutPart(
      Iterable<LinkNews.OfMeeting> meetings, String account) {
    List<LinkNews.OfMeeting> others = new ArrayList<>();
    for (LinkNews.OfMeeting meeting : meetings) {
      if (!meeting.account().equals(account) && !meeting.with().account().equals(account)) {
        others.add(meeting);
      }
    }
    return others;
  }

  /** Whom a finding would be about, and what it would warn of. */
  private record Case(
      Subject subject, Via via, Set<String> accounts, List<LinkNews.OfMeeting> pending) {}

  private static void raise(LinkState state, Case found, boolean reportedNow, Step step) {
    List<LinkNews.OfReport> reports = new ArrayList<>();
    for (LinkNews.OfReport report : state.reports) {
      if (found.accounts.contains(report.account())) {
        reports.add(report);
      }
    }
    Judge judge = step.rules(found.subject.community()).judge(Scope.LINK);
    judge.begin(new ReportFacts(reports), step.timeMs());
    for (CompiledRule rule : judge.rules()) {
      boolean hasReason = reportedNow || rule.rule().warnsOfMeetings();
      if (hasReason && rule.reads(Table.REPORTS) && rule.fires()) {
        Finding finding = finding(state, found, reports, rule, step);
        ByteWriter out = new ByteWriter(512).octet(PayloadKind.FINDING.ordinal());
        finding.write(out);
        Key alert = AlertId.key(AlertId.of(rule.rule().harm(), found.subject));
        step.emit(StopName.CASES, alert, out.toBytes());
        finding.meetings().forEach(meeting -> AlertTeller.name(state, alert, meeting, step));
      }
    }
  }

  private static Finding finding(
      LinkState state, Case found, List<LinkNews.OfReport> reports, CompiledRule rule, Step step) {
    TreeMap<String, Counterpart> counterparts = new TreeMap<>();
    List<Evidence> evidence = new ArrayList<>();
    List<PendingMeeting> meetings = new ArrayList<>();
    Set<String> reporters = new TreeSet<>();
    for (LinkNews.OfReport report : reports) {
      reporters.add(report.reporter().account());
      counterparts.putIfAbsent(report.reporter().account(), report.reporter());
      evidence.add(report.evidence());
    }
    // Who takes part in several is shown as the most urgent has it, however links store them.
    List<LinkNews.OfMeeting> pending = new ArrayList<>(found.pending);
    Comparator<PendingMeeting> mostUrgentFirst = PendingMeeting.mostUrgentFirst(step.timeMs());
    pending.sort(Comparator.comparing(LinkNews.OfMeeting::pending, mostUrgentFirst));
    for (LinkNews.OfMeeting meeting : pending) {
      if (found.via == Via.PLACE) {
        counterparts.putIfAbsent(meeting.account(), proposerOf(meeting));
      }
      counterparts.merge(
          meeting.with().account(),
          meeting.with(),
          (known, invited) -> known.role() == Role.NEUTRAL ? invited : known);
      evidence.add(meeting.evidence());
      PendingMeeting named = meeting.pending();
      meetings.add(named.withReporter(reporters.contains(named.with())));
    }
    counterparts.keySet().removeAll(found.accounts);
    meetings.sort(mostUrgentFirst);
    return new Finding(
        rule.rule().id(),
        rule.rule().version(),
        rule.rule().harm(),
        withWhatJoins(rule.verdict(), found),
        rule.longestWindowMs(),
        found.subject,
        "",
        found.via,
        List.copyOf(found.accounts),
        agesOf(state, found.accounts),
        Listed.first(List.copyOf(counterparts.values()), StateLimit.LINK_LISTED_COUNTERPARTS, step),
        counterparts.size(),
        0,
        List.of(),
        Evidences.merged(evidence, StateLimit.LINK_LISTED_EVENTS, step),
        Listed.first(meetings, StateLimit.LINK_LISTED_MEETINGS, step),
        Finding.Warning.NONE,
        step.timeMs(),
        state.occasion.recordedMs(),
        rule.isCertain(),
        step.isForced());
  }

  /** What is believed of the accounts' ages, as a sighting or else a report told it. */
  private static List<Counterpart> agesOf(LinkState state, Set<String> accounts) {
    TreeMap<String, AgeView> ages = new TreeMap<>();
    state.reports.forEach(report -> ages.put(report.account(), report.age()));
    state.accounts.forEach(seen -> ages.put(seen.account(), seen.summary().age()));
    ages.keySet().retainAll(accounts);
    ages.values().removeIf(age -> !age.sourced());
    List<Counterpart> own = new ArrayList<>();
    ages.forEach(
        (account, age) ->
            own.add(
                new Counterpart(
                    account, Role.SUSPECTED_ACTOR, age, 0, Unknown.TIME, Unknown.TIME)));
    return own;
  }

  /** A device that joins accounts is evidence of identity, a meeting to come evidence of place. */
  private static Verdict withWhatJoins(Verdict verdict, Case found) {
    int families = verdict.families();
    families |= found.accounts.size() >= 2 ? Family.IDENTITY.bit() : 0;
    families |= found.pending.isEmpty() ? 0 : Family.PLACE.bit();
    return new Verdict(
        verdict.claim(),
        verdict.severity(),
        verdict.standsAlone(),
        families,
        verdict.weight(),
        verdict.clauses(),
        verdict.guards());
  }

  private static Counterpart proposerOf(LinkNews.OfMeeting meeting) {
    return new Counterpart(
        meeting.account(),
        Role.NEUTRAL,
        meeting.with().age().unknown(),
        meeting.with().messages(),
        meeting.with().firstMs(),
        meeting.with().lastMs());
  }
}
