package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.Review;
import org.vigie.core.rule.Harm;

/** The alerts of one community and their revisions (page ¶26, ¶29). */
final class Cases {
  /** An alert with what never changes of it, and its latest revision. */
  private static final class Dossier {
    final String alertId;
    final Harm harm;
    final Subject subject;
    final Case known = new Case();
    long revision;
    boolean imminent;

    Dossier(String alertId, Harm harm, Subject subject) {
      this.alertId = alertId;
      this.harm = harm;
      this.subject = subject;
    }
  }

  private final String community;
  private final SortedMap<String, Dossier> dossiers = new TreeMap<>();
  private final List<ReferenceAlert> revisions = new ArrayList<>();

  Cases(String community) {
    this.community = community;
  }

  /** Every revision so far. */
  List<ReferenceAlert> revisions() {
    return List.copyOf(revisions);
  }

  /** What one instant brings the alerts: one revision of each that it changes (¶26). */
  void apply(Instant at, List<Finding> superseded, List<Finding> found, List<Review> reviews) {
    SortedSet<String> changed = new TreeSet<>();
    for (Finding finding : superseded) {
      Dossier dossier = dossiers.get(idOf(finding));
      if (dossier != null && dossier.known.supersede(finding)) {
        changed.add(dossier.alertId);
      }
    }
    SortedMap<String, List<Finding>> byAlert = new TreeMap<>();
    for (Finding finding : found) {
      byAlert.computeIfAbsent(idOf(finding), id -> new ArrayList<>()).add(finding);
    }
    byAlert.forEach(
        (id, findings) -> {
          if (dossierOf(id, findings.get(0)).known.take(findings)) {
            changed.add(id);
          }
        });
    for (Review review : reviews) {
      Dossier dossier = dossiers.get(review.alertId());
      if (dossier != null && dossier.known.review(review, at)) {
        changed.add(dossier.alertId);
      }
    }
    for (Dossier dossier : dossiers.values()) {
      if (changed.contains(dossier.alertId)) {
        revise(dossier, at.timeMs());
      }
    }
  }

  private String idOf(Finding finding) {
    return AlertId.of(community, finding.rule().harm(), finding.subject());
  }

  private Dossier dossierOf(String id, Finding finding) {
    return dossiers.computeIfAbsent(
        id, absent -> new Dossier(id, finding.rule().harm(), finding.subject()));
  }

  /** ¶29: the lapses that are due at or before {@code untilMs}, each a revision of its own. */
  void lapse(long untilMs) {
    for (Dossier dossier : dossiers.values()) {
      OptionalLong lapseMs = lapseMs(dossier.known);
      if (dossier.imminent && lapseMs.isPresent() && lapseMs.getAsLong() <= untilMs) {
        revise(dossier, lapseMs.getAsLong());
      }
    }
  }

  private static OptionalLong lapseMs(Case known) {
    return known.meetings().stream().mapToLong(Circle.NamedMeeting::endMs).max().stream()
        .map(Days::nextSecond)
        .findFirst();
  }

  private void revise(Dossier dossier, long nowMs) {
    Case known = dossier.known;
    List<ReferenceAlert.Counterpart> counterparts = counterparts(known);
    List<ReferenceAlert.PendingMeeting> pending = pending(known, nowMs);
    SortedSet<String> linked = new TreeSet<>();
    SortedSet<Instant> evidence = new TreeSet<>();
    int unlisted = 0;
    for (Finding finding : known.findings()) {
      Circle circle = finding.circle();
      linked.addAll(circle.linked());
      evidence.addAll(circle.evidence());
      unlisted += circle.counterpartsTotal() - circle.counterparts().size();
    }
    dossier.revision++;
    dossier.imminent = !pending.isEmpty();
    revisions.add(
        new ReferenceAlert(
            dossier.alertId,
            dossier.revision,
            nowMs,
            known.episode(),
            community,
            dossier.harm,
            known.severity(),
            known.state(),
            dossier.subject.id(),
            dossier.subject.kind(),
            ReferenceAlert.Role.SUSPECTED_ACTOR,
            List.copyOf(linked),
            known.score(),
            known.families(),
            known.shown(),
            Circle.first(counterparts),
            counterparts.size() + unlisted,
            dossier.imminent,
            pending,
            Circle.last(evidence).stream().map(Instant::id).distinct().sorted().toList()));
  }

  /** Each counterpart as the latest finding has it, a possible victim before a neutral one. */
  private static List<ReferenceAlert.Counterpart> counterparts(Case known) {
    List<Finding> oldestFirst = new ArrayList<>(known.findings());
    oldestFirst.sort(Comparator.comparingLong(finding -> finding.at().timeMs()));
    SortedMap<String, ReferenceAlert.Counterpart> latest = new TreeMap<>();
    for (Finding finding : oldestFirst) {
      for (ReferenceAlert.Counterpart next : finding.circle().counterparts()) {
        latest.merge(
            next.account(),
            next,
            (old, later) ->
                old.role() == ReferenceAlert.Role.POSSIBLE_VICTIM
                        && later.role() == ReferenceAlert.Role.NEUTRAL
                    ? old
                    : later);
      }
    }
    return List.copyOf(latest.values());
  }

  private static List<ReferenceAlert.PendingMeeting> pending(Case known, long nowMs) {
    Set<Circle.NamedMeeting> pending = new LinkedHashSet<>();
    for (Circle.NamedMeeting meeting : known.meetings()) {
      if (nowMs <= meeting.endMs()) {
        pending.add(meeting);
      }
    }
    return Circle.soonest(pending).stream()
        .map(Circle.NamedMeeting::shown)
        .distinct()
        .sorted(
            Comparator.comparingLong(ReferenceAlert.PendingMeeting::timeMs)
                .thenComparing(ReferenceAlert.PendingMeeting::with))
        .toList();
  }
}
