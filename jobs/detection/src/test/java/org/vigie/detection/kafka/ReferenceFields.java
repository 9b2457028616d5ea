package org.vigie.detection.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.Counterpart;
import org.vigie.alert.Evidence;
import org.vigie.alert.Finding;
import org.vigie.alert.Guard;
import org.vigie.alert.MatchedMedia;
import org.vigie.alert.PendingMeeting;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Harm;
import org.vigie.reference.ReferenceAlert;
import org.vigie.reference.ReferenceFinding;

/**
 * Settled revisions field by field, as they came over the wire and as the reference detector gives
 * them: every field that both have. Not compared is what the page of readings (¶33) excepts: of
 * counterparts of findings at links the messages, the times and p(minor). Of whom nothing is known
 * p(minor) is null on the wire, and the reference gives the community's.
 */
final class ReferenceFields {
  private static final String UNKNOWN = "unknown";

  private ReferenceFields() {}

  /** Of records as they were read, copies once, by alert id, then revision. */
  static SortedMap<String, SortedMap<String, Object>> ofWire(Collection<Alert> alerts) {
    SortedMap<String, SortedMap<String, Object>> all = new TreeMap<>();
    alerts.forEach(alert -> all.put(name(alert.getAlertId(), alert.getRevision()), of(alert)));
    return all;
  }

  /**
   * Of what the reference detector settles up to an instant.
   *
   * @param unknownAges from {@link #unknownAges}
   */
  static SortedMap<String, SortedMap<String, Object>> ofReference(
      List<ReferenceAlert> revisions, Set<String> unknownAges) {
    SortedMap<String, SortedMap<String, Object>> all = new TreeMap<>();
    revisions.forEach(
        alert -> all.put(name(alert.alertId(), alert.revision()), of(alert, unknownAges)));
    return all;
  }

  /** Counterparts of whom the wire gives no p(minor), by revision and account. */
  static Set<String> unknownAges(Collection<Alert> alerts) {
    Set<String> unknown = new TreeSet<>();
    for (Alert alert : alerts) {
      for (Counterpart one : alert.getCounterparts()) {
        if (one.getPMinor() == null) {
          unknown.add(name(alert.getAlertId(), alert.getRevision()) + one.getAccount());
        }
      }
    }
    return unknown;
  }

  private static String name(String alertId, long revision) {
    return "%s/%06d".formatted(alertId, revision);
  }

  private static SortedMap<String, Object> of(Alert alert) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("episode", (long) alert.getEpisode());
    fields.put("community", alert.getCommunity());
    fields.put("harm", alert.getHarm().name());
    fields.put("severity", alert.getSeverity().name());
    fields.put("state", alert.getState().name());
    fields.put("subject", List.of(alert.getSubject(), "" + alert.getSubjectKind()));
    fields.put("subject_role", "" + alert.getSubjectRole());
    fields.put("linked_accounts", alert.getLinkedAccounts());
    fields.put("score", alert.getScore());
    fields.put("families", names(alert.getFamilies()));
    fields.put("findings", alert.getFindings().stream().map(ReferenceFields::of).toList());
    fields.put("guards", alert.getGuards().stream().map(ReferenceFields::of).toList());
    boolean atLinks =
        isAtLinks("" + alert.getHarm(), "" + alert.getSubjectKind(), "" + alert.getSubjectRole());
    fields.put(
        "counterparts", alert.getCounterparts().stream().map(one -> of(one, atLinks)).toList());
    fields.put("counterparts_total", alert.getCounterpartsTotal());
    fields.put("imminent", alert.getImminent());
    fields.put(
        "pending_meetings", alert.getPendingMeetings().stream().map(ReferenceFields::of).toList());
    fields.put(
        "evidence",
        alert.getEvidence().stream().map(Evidence::getEventId).distinct().sorted().toList());
    List<String> media = new ArrayList<>();
    alert
        .getEvidence()
        .forEach(one -> one.getMedia().forEach(item -> media.add(of(one.getEventId(), item))));
    fields.put("media", media);
    return fields;
  }

  private static SortedMap<String, Object> of(ReferenceAlert alert, Set<String> unknownAges) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("episode", (long) alert.episode());
    fields.put("community", alert.community());
    fields.put("harm", alert.harm().name());
    fields.put("severity", alert.severity().name());
    fields.put("state", alert.state().name());
    fields.put("subject", List.of(alert.subject(), "" + alert.subjectKind()));
    fields.put("subject_role", "" + alert.subjectRole());
    fields.put("linked_accounts", alert.linkedAccounts());
    fields.put("score", Fixed.toDouble(alert.score()));
    fields.put("families", names(alert.families()));
    fields.put("findings", alert.findings().stream().map(ReferenceFields::of).toList());
    fields.put("guards", guards(alert.findings()));
    boolean atLinks =
        isAtLinks("" + alert.harm(), "" + alert.subjectKind(), "" + alert.subjectRole());
    List<Object> counterparts = new ArrayList<>();
    for (ReferenceAlert.Counterpart one : alert.counterparts()) {
      String place = name(alert.alertId(), alert.revision()) + one.account();
      counterparts.add(of(one, atLinks, unknownAges.contains(place)));
    }
    fields.put("counterparts", counterparts);
    fields.put("counterparts_total", alert.counterpartsTotal());
    fields.put("imminent", alert.imminent());
    fields.put(
        "pending_meetings", alert.pendingMeetings().stream().map(ReferenceFields::of).toList());
    fields.put("evidence", alert.evidence());
    fields.put("media", alert.media().stream().map(ReferenceFields::of).toList());
    return fields;
  }

  private static List<Object> of(Finding finding) {
    return List.of(
        finding.getRule() + " v" + finding.getVersion(),
        finding.getTime(),
        names(finding.getFamilies()),
        new TreeMap<>(finding.getObserved()),
        new TreeMap<>(finding.getThreshold()),
        finding.getSuperseded(),
        Objects.requireNonNull(finding.getWeight()));
  }

  private static List<Object> of(ReferenceFinding finding) {
    return List.of(
        finding.rule() + " v" + finding.version(),
        finding.timeMs(),
        names(finding.families()),
        doubles(finding.observed()),
        doubles(finding.threshold()),
        finding.superseded(),
        Fixed.toDouble(finding.weight()));
  }

  private static SortedMap<String, Double> doubles(Map<String, Long> fixed) {
    SortedMap<String, Double> doubles = new TreeMap<>();
    fixed.forEach((name, value) -> doubles.put(name, Fixed.toDouble(value)));
    return doubles;
  }

  private static List<Object> of(Guard guard) {
    return List.of(guard.getName(), Objects.requireNonNull(guard.getValue()), guard.getEffect());
  }

  /** A line a guard: where it took most of the findings that hold, then where it was greatest. */
  private static List<Object> guards(List<ReferenceFinding> findings) {
    SortedMap<String, ReferenceFinding.ShownGuard> strongest = new TreeMap<>();
    for (ReferenceFinding finding : findings) {
      for (ReferenceFinding.ShownGuard guard : finding.guards()) {
        ReferenceFinding.ShownGuard before = strongest.get(guard.name());
        boolean stronger =
            before == null
                || guard.effect() > before.effect()
                || (guard.effect() == before.effect() && guard.value() > before.value());
        if (stronger && !finding.superseded()) {
          strongest.put(guard.name(), guard);
        }
      }
    }
    List<Object> lines = new ArrayList<>();
    strongest.forEach(
        (name, guard) ->
            lines.add(
                List.of(name, Fixed.toDouble(guard.value()), Fixed.toDouble(guard.effect()))));
    return lines;
  }

  /** Whether counterparts may come from findings at links. */
  private static boolean isAtLinks(String harm, String subjectKind, String subjectRole) {
    return harm.equals(Harm.AMBUSH.name())
        || !subjectKind.equals("ACCOUNT")
        || !subjectRole.equals("SUSPECTED_ACTOR");
  }

  private static List<Object> of(Counterpart one, boolean atLinks) {
    return atLinks
        ? List.of(one.getAccount(), "" + one.getRole())
        : List.of(
            one.getAccount(),
            "" + one.getRole(),
            one.getPMinor() == null ? UNKNOWN : one.getPMinor(),
            Objects.requireNonNull(one.getMessages()),
            timeOf(one.getFirstTime()),
            timeOf(one.getLastTime()));
  }

  private static List<Object> of(
      ReferenceAlert.Counterpart one, boolean atLinks, boolean unknownAge) {
    return atLinks
        ? List.of(one.account(), "" + one.role())
        : List.of(
            one.account(),
            "" + one.role(),
            unknownAge ? UNKNOWN : Fixed.toDouble(one.pMinor()),
            one.messages(),
            one.firstTimeMs(),
            one.lastTimeMs());
  }

  private static List<Object> of(PendingMeeting one) {
    return List.of(
        Objects.requireNonNullElse(one.getMeetingId(), ""),
        Objects.requireNonNull(one.getAccount()),
        one.getWith(),
        one.getWithReporter(),
        Objects.requireNonNullElse(one.getPlace(), ""),
        timeOf(one.getTime()),
        Objects.requireNonNull(one.getPendingUntil()));
  }

  private static List<Object> of(ReferenceAlert.PendingMeeting one) {
    return List.of(
        one.id(),
        one.account(),
        one.with(),
        one.isReporter(),
        one.place(),
        one.timeMs(),
        one.endMs());
  }

  private static String of(String eventId, MatchedMedia item) {
    return "%s %s %s %s %s"
        .formatted(
            eventId, item.getHash(), item.getList(), item.getVerified(), item.getMethod().name());
  }

  private static String of(ReferenceAlert.NamedMedia item) {
    return "%s %s %s %s %s"
        .formatted(
            item.eventId(),
            item.hash(),
            item.match().list(),
            item.match().verified(),
            item.match().method());
  }

  private static long timeOf(@Nullable Long timeMs) {
    return timeMs == null ? Unknown.TIME : timeMs;
  }

  private static SortedSet<String> names(Collection<? extends Enum<?>> values) {
    SortedSet<String> names = new TreeSet<>();
    values.forEach(value -> names.add(value.name()));
    return names;
  }
}
