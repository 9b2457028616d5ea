package org.vigie.reference.simulation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.route.EffectiveTime;
import org.vigie.reference.ErasureCourses;
import org.vigie.reference.ReferenceAlert;
import org.vigie.reference.ReferenceFinding;
import org.vigie.reference.WarningCourses;
import org.vigie.rules.bundle.ShippedRules;

/**
 * What the random logs hit, counted while a property is tried on them: a green property says little
 * if they do not hit what they are there to hit. Any thread may add.
 */
final class Coverage {
  private static final int OFTEN = 24;
  private static final long DAY_MS = 24 * 3_600_000L;

  /** What must occur beside a finding of every rule, in how many of the seeds at least. */
  private static final Map<String, Integer> WANTED =
      Map.ofEntries(
          Map.entry("media of an event, as many as are listed", OFTEN),
          Map.entry("superseded G1", OFTEN),
          Map.entry("superseded G2", OFTEN),
          Map.entry("A4 by ACCOUNT", OFTEN),
          Map.entry("A4 by DEVICE", OFTEN),
          Map.entry("A4 by PLACE", OFTEN),
          Map.entry("M3 by MEDIA", OFTEN),
          Map.entry("M3 by LINK", OFTEN),
          Map.entry("subject DEVICE", OFTEN),
          Map.entry("two G2 in an alert", OFTEN),
          Map.entry("G1 and G2 in an alert", OFTEN),
          Map.entry("episode 2", OFTEN),
          Map.entry("CONFIRMED", OFTEN),
          Map.entry("DISMISSED", OFTEN),
          Map.entry("EXPIRED", OFTEN),
          Map.entry("open again after EXPIRED", OFTEN),
          Map.entry("imminent", OFTEN),
          Map.entry("lapsed", OFTEN),
          Map.entry("meeting over early", OFTEN),
          Map.entry("meeting of a reporter", OFTEN),
          Map.entry("gathered in a cool-down", OFTEN),
          Map.entry("LOW", OFTEN),
          Map.entry("MEDIUM", OFTEN),
          Map.entry("HIGH", OFTEN),
          Map.entry("CRITICAL", OFTEN),
          Map.entry("guard role_verified", OFTEN),
          Map.entry("guard role_asserted", OFTEN),
          Map.entry("guard household", OFTEN),
          Map.entry("guard tenure", OFTEN),
          Map.entry("guard reciprocity", OFTEN),
          Map.entry("guard closure", OFTEN),
          Map.entry("duplicate", OFTEN),
          Map.entry("clamped", OFTEN),
          Map.entry("stale", OFTEN),
          Map.entry("future", OFTEN),
          Map.entry("two communities", OFTEN),
          Map.entry("one instant of two", OFTEN),
          Map.entry("over 28 days", OFTEN),
          Map.entry("over 90 days", OFTEN),
          Map.entry("over 180 days", OFTEN),
          Map.entry("over 90 days after a deletion", OFTEN),
          Map.entry("over 90 days after a request to erase", OFTEN),
          Map.entry("erased at once", OFTEN),
          Map.entry("erased at a midnight", OFTEN),
          Map.entry("held by a report", OFTEN),
          Map.entry("held by a meeting", OFTEN),
          Map.entry("held by a message", OFTEN),
          Map.entry("nothing holds a likely minor", OFTEN),
          Map.entry("a finding about a new life", OFTEN),
          Map.entry("a deletion that is a request", OFTEN),
          Map.entry("restored under a tombstone", OFTEN),
          Map.entry("a statement after a request", OFTEN),
          Map.entry("opened towards a tombstone", OFTEN),
          Map.entry("lives on after its tombstone", OFTEN),
          Map.entry("within a day", OFTEN));

  /** And of warnings, beside one by every rule that warns. */
  private static final List<String> WANTED_WARNINGS =
      List.of(
          "A5 rests on a meeting that is open",
          "A5 rests on a meeting that is over",
          "as many open as are kept",
          "forgotten within 30 days",
          "not told after 30 days",
          "not warned who is no counterpart",
          "told by a link",
          "told by a link that one is over",
          "told by a link that one moved",
          "told by an account",
          "told by an account that one is over",
          "told by an account that one moved",
          "told of a new life",
          "told of an account that is seen",
          "told of several",
          "told when dismissed");

  private final Map<String, Integer> seedsOf = new TreeMap<>();

  /** Counts a seed's log, and what the reference says of it. */
  void add(List<RecordedEvent> log, List<ReferenceAlert> revisions) {
    Set<String> hits = hits(log, revisions);
    synchronized (seedsOf) {
      hits.forEach(kind -> seedsOf.merge(kind, 1, Integer::sum));
    }
  }

  /** Throws if there was too little of any kind of course. */
  void assertOften() {
    System.out.printf("Seeds of each kind of course: %s%n", seedsOf);
    Map<String, Integer> wanted = new TreeMap<>(WANTED);
    ShippedRules.ruleSet().rules().forEach(rule -> wanted.put("rule " + rule.id(), OFTEN));
    WANTED_WARNINGS.forEach(kind -> wanted.put(kind, OFTEN));
    WarningCourses.rules().forEach(rule -> wanted.put("warned by " + rule, OFTEN));
    assertThat(wanted)
        .allSatisfy(
            (kind, least) ->
                assertThat(seedsOf.getOrDefault(kind, 0))
                    .as("seeds with %s", kind)
                    .isGreaterThanOrEqualTo(least));
  }

  private static Set<String> hits(List<RecordedEvent> log, List<ReferenceAlert> revisions) {
    Set<String> hits = new TreeSet<>();
    addEvents(log, hits);
    hits.addAll(ErasureCourses.of(log, revisions));
    hits.addAll(WarningCourses.of(log, revisions));
    for (int i = 0; i < revisions.size(); i++) {
      ReferenceAlert alert = revisions.get(i);
      addAlert(alert, hits);
      if (alert.revision() > 1) {
        addChange(revisions.get(i - 1), alert, hits);
      }
    }
    return hits;
  }

  private static void addAlert(ReferenceAlert alert, Collection<String> hits) {
    hits.add("subject " + alert.subjectKind());
    hits.add("episode " + alert.episode());
    hits.add(alert.state().name());
    hits.add(alert.severity().name());
    if (alert.imminent()) {
      hits.add("imminent");
    }
    if (alert.pendingMeetings().stream().anyMatch(ReferenceAlert.PendingMeeting::isReporter)) {
      hits.add("meeting of a reporter");
    }
    Map<String, Long> media =
        alert.media().stream().collect(groupingBy(ReferenceAlert.NamedMedia::eventId, counting()));
    if (media.containsValue(4L)) {
      hits.add("media of an event, as many as are listed");
    }
    List<String> rules = new ArrayList<>();
    for (ReferenceFinding finding : alert.findings()) {
      rules.add(finding.rule());
      hits.add("rule " + finding.rule());
      hits.add(finding.rule() + " by " + finding.way());
      if (finding.superseded()) {
        hits.add("superseded " + finding.rule());
      }
      for (ReferenceFinding.ShownGuard guard : finding.guards()) {
        hits.add(guard.effect() > 0 ? "guard " + guard.name() : "no guard " + guard.name());
      }
    }
    if (rules.contains("G1") && rules.contains("G2")) {
      hits.add("G1 and G2 in an alert");
    }
    if (rules.indexOf("G2") != rules.lastIndexOf("G2")) {
      hits.add("two G2 in an alert");
    }
  }

  private static void addChange(
      ReferenceAlert before, ReferenceAlert alert, Collection<String> hits) {
    if (before.state() == ReferenceAlert.State.EXPIRED
        && alert.state() == ReferenceAlert.State.OPEN) {
      hits.add("open again after EXPIRED");
    }
    if (before.imminent() && !alert.imminent() && before.findings().equals(alert.findings())) {
      hits.add("lapsed");
    }
    boolean sameFindings = before.findings().equals(alert.findings());
    boolean overEarly =
        before.pendingMeetings().stream()
            .anyMatch(
                meeting ->
                    meeting.endMs() >= alert.timeMs()
                        && !alert.pendingMeetings().contains(meeting));
    if (sameFindings && overEarly) {
      hits.add("meeting over early");
    }
    if (sameFindings && alert.evidence().size() > before.evidence().size()) {
      hits.add("gathered in a cool-down");
    }
  }

  private static void addEvents(List<RecordedEvent> log, Collection<String> hits) {
    Set<String> seen = new TreeSet<>();
    Map<String, String> actorsAt = new TreeMap<>();
    Set<String> communities = new TreeSet<>();
    Map<String, Long> deletedMs = new TreeMap<>();
    Map<String, Long> erasureMs = new TreeMap<>();
    long firstMs = Long.MAX_VALUE;
    long lastMs = Long.MIN_VALUE;
    for (RecordedEvent recorded : log) {
      Event event = recorded.event();
      EffectiveTime time = EffectiveTime.of(recorded);
      addTime(time, hits);
      String identity = kind(event) + event.community() + ' ' + event.eventId();
      hits.add(seen.add(identity + event.actor()) ? "new" : "duplicate");
      String actor = actorsAt.putIfAbsent(identity + ' ' + time.timeMs(), event.actor());
      if (actor != null && !actor.equals(event.actor())) {
        hits.add("one instant of two");
      }
      communities.add(event.community());
      firstMs = Math.min(firstMs, time.timeMs());
      lastMs = Math.max(lastMs, time.timeMs());
      if (event instanceof SessionEvent session && session.kind() == SessionEvent.Kind.DELETED) {
        deletedMs.put(event.actor(), time.timeMs());
      }
      if (event instanceof SessionEvent session
          && session.kind() == SessionEvent.Kind.ERASURE_REQUESTED) {
        erasureMs.put(event.actor(), time.timeMs());
      }
      if (time.timeMs() > deletedMs.getOrDefault(event.actor(), time.timeMs()) + 90 * DAY_MS) {
        hits.add("over 90 days after a deletion");
      }
      if (time.timeMs() > erasureMs.getOrDefault(event.actor(), time.timeMs()) + 90 * DAY_MS) {
        hits.add("over 90 days after a request to erase");
      }
    }
    if (communities.size() == 2) {
      hits.add("two communities");
    }
    for (int days : new int[] {28, 90, 180}) {
      if (lastMs - firstMs > days * DAY_MS) {
        hits.add("over " + days + " days");
      }
    }
    hits.add(lastMs - firstMs < DAY_MS ? "within a day" : "over a day");
  }

  private static void addTime(EffectiveTime time, Collection<String> hits) {
    hits.add(
        switch (time.verdict()) {
          case ACCEPTED -> time.clamped() ? "clamped" : "at its own time";
          case FUTURE_TIME -> "future";
          case STALE -> "stale";
        });
  }

  private static String kind(Event event) {
    if (event instanceof Message) {
      return "message";
    }
    return event instanceof Interaction ? "interaction" : "other";
  }
}
