package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.core.alert.Alert;
import org.vigie.core.alert.AlertState;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Finding;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.alert.Role;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.event.Unknown;
import org.vigie.core.judge.Verdict;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Harm;
import org.vigie.reference.ReferenceAlert;
import org.vigie.reference.ReferenceFinding;

/**
 * Settled alerts of both sides in one form: what the reference gives. Of that nothing is left out
 * but what the page of readings (¶33) says cannot be compared: of counterparts of findings at links
 * the messages, the times and p(minor). What the reference does not give (texts, positions, the
 * timeline, the subject's ages, the reviews shown) is held to one thread's bytes instead.
 */
final class SettledView {
  private static final long NOT_COMPARED = -1;

  private SettledView() {}

  /** Revisions of the engine, by alert id, then revision. */
  static List<ReferenceAlert> ofEngine(List<Alert> settled) {
    List<ReferenceAlert> view = new ArrayList<>();
    settled.forEach(alert -> view.add(comparable(of(alert))));
    view.sort(
        Comparator.comparing(ReferenceAlert::alertId).thenComparingLong(ReferenceAlert::revision));
    return view;
  }

  /** Revisions of the reference, sorted as it gives them. */
  static List<ReferenceAlert> ofReference(List<ReferenceAlert> settled) {
    return settled.stream().map(SettledView::comparable).toList();
  }

  private static ReferenceAlert of(Alert alert) {
    List<ReferenceFinding> findings = new ArrayList<>();
    alert.findings().forEach(one -> findings.add(of(one.finding(), one.superseded())));
    List<ReferenceAlert.PendingMeeting> pending = new ArrayList<>();
    alert.pending().forEach(one -> pending.add(of(one)));
    return new ReferenceAlert(
        alert.alertId().toString(),
        alert.revision(),
        alert.timeMs(),
        alert.episode(),
        alert.subject().community(),
        alert.harm(),
        alert.severity(),
        state(alert.state()),
        alert.subject().id(),
        kind(alert.subject().kind()),
        role(alert.subject().role()),
        alert.linkedAccounts(),
        alert.score(),
        new TreeSet<>(Family.ofMask(alert.families())),
        findings,
        alert.counterparts().stream().map(SettledView::of).toList(),
        alert.counterpartsTotal(),
        !alert.pending().isEmpty(),
        pending,
        alert.timeline().meetingMs(),
        alert.evidence().stream().map(Evidence::eventId).distinct().sorted().toList(),
        alert.evidence().stream().flatMap(SettledView::media).toList());
  }

  private static Stream<ReferenceAlert.NamedMedia> media(Evidence evidence) {
    return evidence.media().stream()
        .map(item -> new ReferenceAlert.NamedMedia(evidence.eventId(), item.hash(), item.match()));
  }

  private static ReferenceAlert.PendingMeeting of(PendingMeeting one) {
    return new ReferenceAlert.PendingMeeting(
        one.id(),
        one.account(),
        one.with(),
        one.isReporter(),
        one.place(),
        one.timeMs(),
        one.endMs());
  }

  private static ReferenceFinding of(Finding finding, boolean superseded) {
    Verdict verdict = finding.verdict();
    SortedMap<String, Long> observed = new TreeMap<>();
    SortedMap<String, Long> threshold = new TreeMap<>();
    for (Verdict.Clause clause : verdict.clauses()) {
      threshold.put(clause.name(), clause.threshold());
      if (clause.observed() != Fixed.UNKNOWN) {
        observed.put(clause.name(), clause.observed());
      }
    }
    return new ReferenceFinding(
        finding.rule(),
        finding.version(),
        finding.counterpart(),
        way(finding),
        new TreeSet<>(Family.ofMask(verdict.families())),
        finding.timeMs(),
        observed,
        threshold,
        superseded,
        verdict.severity(),
        verdict.weight(),
        verdict.guards().stream()
            .map(
                guard ->
                    new ReferenceFinding.ShownGuard(guard.name(), guard.value(), guard.effect()))
            .toList());
  }

  private static ReferenceFinding.Way way(Finding finding) {
    return switch (finding.via()) {
      case ACCOUNT -> ReferenceFinding.Way.ACCOUNT;
      case DEVICE -> ReferenceFinding.Way.DEVICE;
      case PLACE -> ReferenceFinding.Way.PLACE;
      case MEDIA -> ReferenceFinding.Way.MEDIA;
      case LINK -> ReferenceFinding.Way.LINK;
      case TEXT -> ReferenceFinding.Way.TEXT;
      case ROOM -> ReferenceFinding.Way.ROOM;
    };
  }

  private static ReferenceAlert.Counterpart of(Counterpart one) {
    return new ReferenceAlert.Counterpart(
        one.account(),
        role(one.role()),
        one.age().minor(),
        (int) one.messages(),
        one.firstMs(),
        one.lastMs());
  }

  private static ReferenceAlert.State state(AlertState state) {
    return switch (state) {
      case OPEN -> ReferenceAlert.State.OPEN;
      case CONFIRMED -> ReferenceAlert.State.CONFIRMED;
      case DISMISSED -> ReferenceAlert.State.DISMISSED;
      case EXPIRED -> ReferenceAlert.State.EXPIRED;
      case WITHDRAWN -> throw new IllegalStateException("a settled alert is not withdrawn");
    };
  }

  private static ReferenceAlert.SubjectKind kind(SubjectKind kind) {
    return switch (kind) {
      case ACCOUNT -> ReferenceAlert.SubjectKind.ACCOUNT;
      case DEVICE -> ReferenceAlert.SubjectKind.DEVICE;
      case ROOM -> ReferenceAlert.SubjectKind.ROOM;
      case MEDIA -> ReferenceAlert.SubjectKind.MEDIA;
      case LINK -> ReferenceAlert.SubjectKind.LINK;
      case PLACE -> ReferenceAlert.SubjectKind.PLACE;
    };
  }

  private static ReferenceAlert.Role role(Role role) {
    return switch (role) {
      case SUSPECTED_ACTOR -> ReferenceAlert.Role.SUSPECTED_ACTOR;
      case POSSIBLE_VICTIM -> ReferenceAlert.Role.POSSIBLE_VICTIM;
      case NEUTRAL -> ReferenceAlert.Role.NEUTRAL;
    };
  }

  /** Whether counterparts may come from findings at links. */
  private static boolean isOfLinks(ReferenceAlert alert) {
    return alert.harm() == Harm.AMBUSH
        || alert.harm() == Harm.BAN_EVASION
        || alert.subjectRole() != ReferenceAlert.Role.SUSPECTED_ACTOR
        || alert.findings().stream().anyMatch(one -> one.way() != ReferenceFinding.Way.ACCOUNT);
  }

  private static ReferenceAlert comparable(ReferenceAlert alert) {
    List<ReferenceAlert.Counterpart> counterparts = new ArrayList<>();
    for (ReferenceAlert.Counterpart one : alert.counterparts()) {
      boolean known = !isOfLinks(alert);
      counterparts.add(
          new ReferenceAlert.Counterpart(
              one.account(),
              one.role(),
              known ? one.pMinor() : NOT_COMPARED,
              known ? one.messages() : (int) NOT_COMPARED,
              known ? one.firstTimeMs() : Unknown.TIME,
              known ? one.lastTimeMs() : Unknown.TIME));
    }
    return new ReferenceAlert(
        alert.alertId(),
        alert.revision(),
        alert.timeMs(),
        alert.episode(),
        alert.community(),
        alert.harm(),
        alert.severity(),
        alert.state(),
        alert.subject(),
        alert.subjectKind(),
        alert.subjectRole(),
        alert.linkedAccounts(),
        alert.score(),
        alert.families(),
        alert.findings(),
        counterparts,
        alert.counterpartsTotal(),
        alert.imminent(),
        alert.pendingMeetings(),
        alert.meetingTimeMs(),
        alert.evidence(),
        alert.media());
  }
}
