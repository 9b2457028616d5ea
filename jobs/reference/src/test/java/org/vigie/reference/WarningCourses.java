package org.vigie.reference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.rule.Rule;
import org.vigie.reference.ReferenceAlert.PendingMeeting;
import org.vigie.reference.ReferenceAlert.State;
import org.vigie.reference.ReferenceAlert.SubjectKind;
import org.vigie.rules.bundle.ShippedRules;

/** Which courses warnings take in a log (page 0018), to count what random logs hit. */
public final class WarningCourses {
  private static final long REMEMBERED_MS = 30 * Days.DAY_MS;
  private static final int MEETINGS_MAX = 8;

  /** Rules that warn, but for the one that reports make. */
  private static final Set<String> RULES =
      ShippedRules.ruleSet().rules().stream()
          .filter(Rule::warnsOfMeetings)
          .map(Rule::id)
          .filter(id -> !id.equals("A4"))
          .collect(Collectors.toCollection(TreeSet::new));

  private final Knowledge known;
  private final Set<String> hits = new TreeSet<>();

  private WarningCourses(List<RecordedEvent> events) {
    known = new Knowledge(new Log(Acceptance.accept(events)), ShippedRules.ruleSet().ages());
  }

  /** Rules whose findings name meetings, beside the one that reports make. */
  public static Set<String> rules() {
    return new TreeSet<>(RULES);
  }

  /** Names of those that occur. */
  public static Set<String> of(Collection<RecordedEvent> events, List<ReferenceAlert> revisions) {
    Set<String> hits = new TreeSet<>();
    List<ReferenceAlert> warning =
        revisions.stream().filter(WarningCourses::isOfRulesThatWarn).toList();
    if (warning.isEmpty()) {
      return hits;
    }
    Map<String, List<RecordedEvent>> communities =
        events.stream()
            .filter(recorded -> Recording.refusal(recorded).isEmpty())
            .collect(Collectors.groupingBy(recorded -> recorded.event().community()));
    communities.forEach(
        (community, ofOne) -> {
          WarningCourses courses = new WarningCourses(ofOne);
          courses.add(
              warning.stream().filter(alert -> alert.community().equals(community)).toList());
          hits.addAll(courses.hits);
        });
    return hits;
  }

  /** Whether it would name no meeting but for this page. */
  private static boolean isOfRulesThatWarn(ReferenceAlert alert) {
    return alert.findings().stream().noneMatch(one -> one.rule().equals("A4"))
        && alert.findings().stream().anyMatch(one -> RULES.contains(one.rule()));
  }

  private void add(List<ReferenceAlert> revisions) {
    for (int i = 0; i < revisions.size(); i++) {
      ReferenceAlert alert = revisions.get(i);
      boolean isLast =
          i + 1 == revisions.size() || !revisions.get(i + 1).alertId().equals(alert.alertId());
      addWarning(alert);
      if (i > 0 && revisions.get(i - 1).alertId().equals(alert.alertId())) {
        addChange(revisions.get(i - 1), alert);
      }
      addLater(alert, isLast ? Long.MAX_VALUE : revisions.get(i + 1).timeMs());
    }
  }

  private void addWarning(ReferenceAlert alert) {
    for (ReferenceFinding finding : alert.findings()) {
      hit("warned by " + finding.rule(), alert.imminent() && RULES.contains(finding.rule()));
      hit(
          "A5 rests on a meeting that is over",
          finding.rule().equals("A5") && !alert.imminent() && isTimed(alert));
      hit(
          "A5 rests on a meeting that is open",
          finding.rule().equals("A5")
              && alert.pendingMeetings().stream()
                  .anyMatch(one -> one.timeMs() > 0 && one.timeMs() < alert.timeMs()));
    }
    if (alert.subjectKind() == SubjectKind.ACCOUNT && isOfPairs(alert)) {
      Set<String> named =
          alert.pendingMeetings().stream().map(PendingMeeting::with).collect(Collectors.toSet());
      List<KnownMeeting> open = known.kept.of(alert.subject(), endOf(alert));
      hit(
          "not warned who is no counterpart",
          open.stream().anyMatch(one -> !named.contains(one.with(alert.subject()))));
      hit("as many open as are kept", open.size() == MEETINGS_MAX);
    }
  }

  private static boolean isTimed(ReferenceAlert alert) {
    return alert.meetingTimeMs() > 0;
  }

  private static boolean isOfPairs(ReferenceAlert alert) {
    return alert.findings().stream()
        .allMatch(one -> one.way() == ReferenceFinding.Way.ACCOUNT && !one.rule().equals("A3"));
  }

  private static Instant endOf(ReferenceAlert alert) {
    return new Instant(alert.timeMs(), Instant.DEADLINE, "");
  }

  private void addChange(ReferenceAlert before, ReferenceAlert alert) {
    if (!before.findings().equals(alert.findings())) {
      return;
    }
    String way = isOfPairs(alert) ? "an account" : "a link";
    List<PendingMeeting> more =
        alert.pendingMeetings().stream()
            .filter(one -> !before.pendingMeetings().contains(one))
            .toList();
    List<PendingMeeting> gone =
        before.pendingMeetings().stream()
            .filter(one -> one.endMs() >= alert.timeMs())
            .filter(one -> !alert.pendingMeetings().contains(one))
            .toList();
    hit("told by " + way, !more.isEmpty());
    hit("told by " + way + " that one moved", !more.isEmpty() && !gone.isEmpty());
    hit("told by " + way + " that one is over", more.isEmpty() && !gone.isEmpty());
    hit("told when dismissed", !more.isEmpty() && alert.state() == State.DISMISSED);
    hit("told of several", more.size() > 1);
    boolean bySighting =
        known.log.all().stream()
            .filter(seen -> seen.at().timeMs() == alert.timeMs())
            .noneMatch(Meetings::isAboutMeeting);
    hit("told of an account that is seen", !more.isEmpty() && bySighting);
    hit("told of a new life", more.stream().anyMatch(one -> wasErased(one.account(), alert)));
  }

  private boolean wasErased(String account, ReferenceAlert alert) {
    return known.forgetting.requests(account).erased().lower(endOf(alert)) != null;
  }

  /** Meetings with a counterpart of which the alert is not told any more. */
  private void addLater(ReferenceAlert alert, long untilMs) {
    if (!isOfPairs(alert)) {
      return;
    }
    for (ReferenceAlert.Counterpart one : alert.counterparts()) {
      Log.Two two = Log.Two.of(alert.subject(), one.account());
      hit(
          "not told after 30 days",
          known.log.actsBetween(two).stream()
              .filter(seen -> seen.at().timeMs() < untilMs)
              .filter(seen -> seen.at().timeMs() - alert.timeMs() >= REMEMBERED_MS)
              .anyMatch(seen -> known.meetings.leftOpenBy(seen).isPresent()));
    }
    hit(
        "forgotten within 30 days",
        known.forgetting.requests(alert.subject()).erased().stream()
            .map(Instant::timeMs)
            .anyMatch(
                wentMs -> wentMs > alert.timeMs() && wentMs < alert.timeMs() + REMEMBERED_MS));
  }

  private void hit(String kind, boolean occurs) {
    if (occurs) {
      hits.add(kind);
    }
  }
}
