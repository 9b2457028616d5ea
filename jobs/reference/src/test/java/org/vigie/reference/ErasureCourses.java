package org.vigie.reference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.rule.AgeModel;
import org.vigie.rules.bundle.ShippedRules;

/** Which courses requests to be erased take in a log (page 0015), to count what random logs hit. */
public final class ErasureCourses {
  private final Log log;
  private final Knowledge known;
  private final Held held;
  private final Set<String> hits = new TreeSet<>();

  private ErasureCourses(List<RecordedEvent> events) {
    AgeModel model = ShippedRules.ruleSet().ages();
    log = new Log(Acceptance.accept(events));
    known = new Knowledge(log, model);
    held = new Held(log, new Statements(model, log), known.reports, known.kept);
  }

  /** Names of those that occur. */
  public static Set<String> of(Collection<RecordedEvent> events, List<ReferenceAlert> revisions) {
    Set<String> hits = new TreeSet<>();
    if (events.stream().noneMatch(ErasureCourses::isRequest)) {
      return hits;
    }
    Map<String, List<RecordedEvent>> communities =
        events.stream()
            .filter(recorded -> Recording.refusal(recorded).isEmpty())
            .collect(Collectors.groupingBy(recorded -> recorded.event().community()));
    communities.forEach(
        (community, ofOne) -> {
          ErasureCourses courses = new ErasureCourses(ofOne);
          List<ReferenceAlert> there =
              revisions.stream().filter(alert -> alert.community().equals(community)).toList();
          for (String account : courses.log.accountsWithSessions()) {
            courses.add(account, there);
          }
          hits.addAll(courses.hits);
        });
    return hits;
  }

  private static boolean isRequest(RecordedEvent recorded) {
    return recorded.event() instanceof SessionEvent session
        && session.kind() == SessionEvent.Kind.ERASURE_REQUESTED;
  }

  private void add(String account, List<ReferenceAlert> revisions) {
    Requests requests = known.forgetting.requests(account);
    if (requests.made().isEmpty()) {
      return;
    }
    requests.made().forEach(request -> addRequest(account, request, requests.erased()));
    for (Instant went : requests.erased()) {
      hit("erased at a midnight", went.rank() == Instant.DEADLINE);
      hit(
          "a finding about a new life",
          revisions.stream()
              .filter(alert -> alert.subject().equals(account))
              .anyMatch(
                  alert ->
                      alert.findings().stream().anyMatch(one -> one.timeMs() > went.timeMs())));
    }
    for (Observation seen : log.sessionsOf(account)) {
      SessionEvent.Kind kind = seen.session().orElseThrow().kind();
      hit(
          "a deletion that is a request",
          kind == SessionEvent.Kind.DELETED && requests.made().contains(seen.at()));
      hit(
          "restored under a tombstone",
          kind == SessionEvent.Kind.RESTORED && requests.tombstone(seen.at()).isPresent());
    }
    hit(
        "a statement after a request",
        known.ages.changesSeenByOthers(account).stream()
            .anyMatch(change -> change.isAfter(requests.made().first())));
    hit(
        "opened towards a tombstone",
        log.actsTowards(account).stream()
            .anyMatch(
                act -> known.pairs.isOpening(act) && requests.tombstone(act.at()).isPresent()));
    hit(
        "lives on after its tombstone",
        log.messagesOf(account).stream()
            .anyMatch(
                seen ->
                    seen.at().isAfter(requests.made().first())
                        && requests.tombstone(seen.at()).isEmpty()));
  }

  private void addRequest(String account, Instant request, NavigableSet<Instant> erased) {
    boolean atOnce = erased.contains(request);
    hit("erased at once", atOnce);
    hit("held by a report", held.byReport(account, request));
    hit("held by a meeting", held.byMeeting(account, request));
    hit("held by a message", held.byMessage(account, request, said -> true));
    hit(
        "nothing holds a likely minor",
        atOnce
            && log.messagesOf(account).stream()
                .filter(seen -> seen.at().isWithin(28 * Days.DAY_MS, request))
                .anyMatch(seen -> Held.isRisky(seen.message().orElseThrow())));
  }

  private void hit(String kind, boolean occurs) {
    if (occurs) {
      hits.add(kind);
    }
  }
}
