package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.vigie.core.event.Review;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.SubjectRole;
import org.vigie.core.rule.Table;

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

  /**
   * What an instant brings.
   *
   * @param superseded findings that no longer hold
   * @param found those that are news
   * @param cooling those of a rule that is never silenced within its cool-down
   * @param told of which meetings alerts are told (page 0018 ¶99)
   */
  record News(
      List<Finding> superseded,
      List<Finding> found,
      List<Case.Cooling> cooling,
      List<Afterwards.News> told,
      List<Review> reviews) {
    News(List<Finding> superseded, List<Review> reviews) {
      this(superseded, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), reviews);
    }
  }

  private final String community;
  private final Judging judging;
  private final Warning warning;
  private final SortedMap<String, Dossier> dossiers = new TreeMap<>();
  private final List<ReferenceAlert> revisions = new ArrayList<>();

  Cases(String community, Judging judging, Warning warning) {
    this.community = community;
    this.judging = judging;
    this.warning = warning;
  }

  /** Every revision so far. */
  List<ReferenceAlert> revisions() {
    return List.copyOf(revisions);
  }

  /** What one instant brings the alerts: one revision of each that it changes (¶26). */
  void apply(Instant at, News news) {
    SortedSet<String> changed = new TreeSet<>();
    for (Finding finding : news.superseded()) {
      Dossier dossier = dossiers.get(idOf(finding));
      if (dossier != null && dossier.known.supersede(finding)) {
        changed.add(dossier.alertId);
      }
    }
    endMeetings(at, changed);
    take(news, changed);
    for (Afterwards.News told : news.told()) {
      Dossier dossier = dossiers.get(AlertId.of(community, told.of().harm(), told.of().subject()));
      if (dossier != null && dossier.known.tell(told.pending(), warning::takesUp, at.timeMs())) {
        changed.add(dossier.alertId);
      }
    }
    for (Review review : news.reviews()) {
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

  /** ¶29: meetings that are not kept any more as findings name them. */
  private void endMeetings(Instant at, Collection<String> changed) {
    if (judging.known().log.at(at).stream().noneMatch(Meetings::isAboutMeeting)) {
      return;
    }
    for (Dossier dossier : dossiers.values()) {
      if (dossier.known.end(meeting -> isOver(meeting, at))) {
        changed.add(dossier.alertId);
      }
    }
  }

  private boolean isOver(Circle.NamedMeeting meeting, Instant at) {
    return meeting.endMs() >= at.timeMs()
        && judging.known().kept.of(meeting.account(), at).stream()
            .map(kept -> Circle.NamedMeeting.of(kept, meeting.account(), meeting.isReporter()))
            .noneMatch(meeting::equals);
  }

  private void take(News news, Collection<String> changed) {
    SortedMap<String, Dossier> concerned = new TreeMap<>();
    Map<String, List<Finding>> found = new HashMap<>();
    for (Finding finding : news.found()) {
      String id = idOf(finding);
      concerned.put(id, dossierOf(id, finding));
      found.computeIfAbsent(id, absent -> new ArrayList<>()).add(finding);
    }
    Map<String, List<Case.Cooling>> cooling = new HashMap<>();
    for (Case.Cooling one : news.cooling()) {
      String id = idOf(one.finding());
      concerned.put(id, dossierOf(id, one.finding()));
      cooling.computeIfAbsent(id, absent -> new ArrayList<>()).add(one);
    }
    for (Dossier dossier : concerned.values()) {
      String id = dossier.alertId;
      boolean changes =
          dossier.known.take(
              found.getOrDefault(id, List.of()),
              cooling.getOrDefault(id, List.of()),
              rule -> judging.reading().longestWindowMs(rule) == 0);
      if (changes) {
        changed.add(id);
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

  /** ¶23, ¶29: what is due at or before {@code untilMs}, each a revision of its own. */
  void fallDue(long untilMs) {
    for (Dossier dossier : dossiers.values()) {
      OptionalLong dueMs = dueMs(dossier);
      while (dueMs.isPresent() && dueMs.getAsLong() <= untilMs) {
        revise(dossier, dueMs.getAsLong());
        dueMs = dueMs(dossier);
      }
    }
  }

  /** When what came within a cool-down is to be shown, or the last meeting lapses. */
  private static OptionalLong dueMs(Dossier dossier) {
    OptionalLong lapseMs =
        dossier.imminent
            ? dossier.known.meetings().stream().mapToLong(Circle.NamedMeeting::endMs).max().stream()
                .map(Days::nextSecond)
                .findFirst()
            : OptionalLong.empty();
    return LongStream.concat(lapseMs.stream(), dossier.known.gatheredMs().stream()).min();
  }

  private void revise(Dossier dossier, long nowMs) {
    Case known = dossier.known;
    List<ReferenceAlert.Counterpart> counterparts = counterparts(known);
    List<ReferenceAlert.PendingMeeting> pending = pending(known, nowMs);
    SortedSet<String> linked = new TreeSet<>();
    int unlisted = 0;
    for (Finding finding : known.findings()) {
      Circle circle = finding.circle();
      linked.addAll(circle.linked());
      unlisted += circle.counterpartsTotal() - circle.counterparts().size();
    }
    known.shownAll();
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
            role(dossier),
            List.copyOf(linked),
            known.score(),
            known.families(),
            known.shown(),
            Circle.first(counterparts),
            counterparts.size() + unlisted,
            dossier.imminent,
            pending,
            meetingMs(pending, known),
            Circle.last(known.evidence()).stream().map(Instant::id).distinct().sorted().toList(),
            media(dossier)));
  }

  /** The time of the most urgent meeting; once all are over, the latest of them (0018 ¶100). */
  private static long meetingMs(List<ReferenceAlert.PendingMeeting> pending, Case known) {
    return pending.isEmpty()
        ? known.meetings().stream()
            .mapToLong(Circle.NamedMeeting::timeMs)
            .filter(timeMs -> timeMs != Unknown.TIME)
            .max()
            .orElse(Unknown.TIME)
        : pending.get(0).timeMs();
  }

  /** 0012 ¶70, ¶76: as the rules see it, as a suspect before all else; a place does nothing. */
  private static ReferenceAlert.Role role(Dossier dossier) {
    if (dossier.subject.kind() == ReferenceAlert.SubjectKind.PLACE) {
      return ReferenceAlert.Role.NEUTRAL;
    }
    return dossier.known.findings().stream()
        .map(finding -> role(finding.rule().subjectRole()))
        .min(Comparator.naturalOrder())
        .orElse(ReferenceAlert.Role.SUSPECTED_ACTOR);
  }

  private static ReferenceAlert.Role role(SubjectRole role) {
    return switch (role) {
      case SUSPECTED_ACTOR -> ReferenceAlert.Role.SUSPECTED_ACTOR;
      case POSSIBLE_VICTIM -> ReferenceAlert.Role.POSSIBLE_VICTIM;
      case NEUTRAL -> ReferenceAlert.Role.NEUTRAL;
    };
  }

  /** Of findings that rest on media: which, as far as they are listed (¶32, 0011 ¶54). */
  private List<ReferenceAlert.NamedMedia> media(Dossier dossier) {
    boolean restsOnMedia =
        dossier.known.findings().stream()
            .map(finding -> judging.reading().tables(finding.rule()))
            .anyMatch(
                read -> read.contains(Table.MATCHED_MEDIA) || read.contains(Table.KNOWN_MEDIA));
    if (!restsOnMedia) {
      return List.of();
    }
    List<ReferenceAlert.NamedMedia> media = new ArrayList<>();
    for (Instant instant : Circle.last(dossier.known.evidence())) {
      judging.known().log.at(instant).stream()
          .filter(seen -> seen.actor().equals(dossier.subject.id()) && Occasions.isMatched(seen))
          .forEach(seen -> media.addAll(Rows.listed(seen)));
    }
    return media;
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

  /** ¶29: whoever reported by one finding did so for all. */
  private static List<ReferenceAlert.PendingMeeting> pending(Case known, long nowMs) {
    List<Circle.NamedMeeting> named =
        known.meetings().stream().filter(meeting -> nowMs <= meeting.endMs()).toList();
    Set<String> reporters = new HashSet<>();
    for (Circle.NamedMeeting meeting : named) {
      if (meeting.isReporter()) {
        reporters.add(meeting.with());
      }
    }
    Set<Circle.NamedMeeting> pending = new LinkedHashSet<>();
    named.forEach(meeting -> pending.add(meeting.by(reporters.contains(meeting.with()))));
    return Circle.mostUrgent(pending, nowMs).stream().map(Circle.NamedMeeting::shown).toList();
  }
}
