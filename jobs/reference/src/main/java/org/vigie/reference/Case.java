package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.vigie.core.event.Review;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Severity;

/** What an alert knows, and how findings and reviews change it (page ¶26-30). */
final class Case {
  private static final int FINDINGS_MAX = 32;
  private static final int REVIEWERS_FOR_CRITICAL = 2;
  private static final long SILENCE_MS = 14 * Days.DAY_MS;

  /** ¶26: a finding replaces the earlier one of the same slot. */
  record Slot(String rule, String counterpart, ReferenceFinding.Way way)
      implements Comparable<Slot> {
    private static final Comparator<Slot> ORDER =
        Comparator.comparing(Slot::rule).thenComparing(Slot::counterpart).thenComparing(Slot::way);

    @Override
    public int compareTo(Slot other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * A finding in the alert.
   *
   * @param meetings of those that it names, those that are not over (¶29)
   * @param evidence its own, and what came within its cool-down (¶23)
   */
  private record Entry(
      Finding finding,
      boolean superseded,
      List<Circle.NamedMeeting> meetings,
      SortedSet<Instant> evidence) {
    static Entry of(Finding finding) {
      Circle circle = finding.circle();
      return new Entry(finding, false, circle.meetings(), new TreeSet<>(circle.evidence()));
    }

    Entry asSuperseded() {
      return new Entry(finding, true, meetings, evidence);
    }

    Entry naming(List<Circle.NamedMeeting> others) {
      return new Entry(finding, superseded, others, evidence);
    }

    Entry with(Collection<Instant> more) {
      SortedSet<Instant> all = new TreeSet<>(evidence);
      all.addAll(more);
      return new Entry(finding, superseded, meetings, new TreeSet<>(Circle.last(all)));
    }
  }

  /**
   * A finding within the cool-down of a rule that is never silenced (¶23).
   *
   * @param untilMs when the cool-down is over
   */
  record Cooling(Finding finding, long untilMs) {}

  /** By what reviews of one alert are copies of each other (¶3). */
  private record ReviewIdentity(String eventId, String reviewer) {}

  /** ¶30: what a dismissal does to findings that come after it. */
  private record Dismissal(long silentUntilMs, Set<Family> families) {
    boolean reopensOn(Finding finding) {
      return finding.rule().neverSilenced()
          || finding.at().timeMs() >= silentUntilMs
          || !families.containsAll(finding.shown().families());
    }
  }

  private final SortedMap<Slot, Entry> entries = new TreeMap<>();
  private final Set<String> dismissedBy = new HashSet<>();
  private final Map<ReviewIdentity, Long> reviewedMs = new HashMap<>();
  private Optional<Dismissal> dismissal = Optional.empty();
  private OptionalLong gatheredMs = OptionalLong.empty();
  private ReferenceAlert.State state = ReferenceAlert.State.OPEN;
  private int episode = 1;

  ReferenceAlert.State state() {
    return state;
  }

  int episode() {
    return episode;
  }

  /**
   * Takes the findings of one instant; returns whether they changed what the alert shows at once.
   *
   * @param windowless whether a rule looks at single events, whose findings gather theirs (¶23)
   */
  boolean take(List<Finding> found, List<Cooling> cooling, Predicate<Rule> windowless) {
    if (dismissal.isPresent()) {
      if (cooling.isEmpty() && found.stream().noneMatch(dismissal.get()::reopensOn)) {
        return false;
      }
      reopen();
    }
    if (state == ReferenceAlert.State.EXPIRED) {
      state = ReferenceAlert.State.OPEN;
    }
    boolean changed = !found.isEmpty();
    found.forEach(finding -> put(finding, windowless));
    for (Cooling more : cooling) {
      changed |= !gathers(more);
    }
    while (entries.size() > FINDINGS_MAX) {
      dropOldest();
    }
    return changed;
  }

  private void put(Finding finding, Predicate<Rule> windowless) {
    Entry before = entries.get(finding.slot());
    Entry now = Entry.of(finding);
    if (before != null && windowless.test(finding.rule())) {
      now = now.with(before.evidence());
    }
    entries.put(finding.slot(), now);
  }

  /** ¶23: adds to the finding that cools down, or, where the alert shows none, is one itself. */
  private boolean gathers(Cooling more) {
    Entry shown = entries.get(more.finding().slot());
    if (shown == null || shown.superseded()) {
      entries.put(more.finding().slot(), Entry.of(more.finding()));
      return false;
    }
    entries.put(more.finding().slot(), shown.with(more.finding().circle().evidence()));
    long dueMs = Days.nextSecond(more.untilMs());
    gatheredMs = OptionalLong.of(Math.min(dueMs, gatheredMs.orElse(dueMs)));
    return true;
  }

  /** When what came within a cool-down is due to be shown, if any did since the last revision. */
  OptionalLong gatheredMs() {
    return gatheredMs;
  }

  /** A revision shows all. */
  void shownAll() {
    gatheredMs = OptionalLong.empty();
  }

  /** ¶29: forgets meetings that are over; returns whether a finding that holds named one. */
  boolean end(Predicate<Circle.NamedMeeting> over) {
    boolean changed = false;
    for (Map.Entry<Slot, Entry> each : entries.entrySet()) {
      Entry entry = each.getValue();
      List<Circle.NamedMeeting> left = entry.meetings().stream().filter(over.negate()).toList();
      changed |= !entry.superseded() && left.size() < entry.meetings().size();
      each.setValue(entry.naming(left));
    }
    return changed;
  }

  /**
   * 0018 ¶99: adds meetings to findings that hold; returns whether one of them was not known.
   *
   * @param takesUp whether a finding is to name a meeting
   */
  boolean tell(
      Collection<Circle.NamedMeeting> pending,
      BiPredicate<Finding, Circle.NamedMeeting> takesUp,
      long nowMs) {
    Set<Circle.NamedMeeting> known = new HashSet<>();
    meetings().forEach(meeting -> known.add(meeting.by(false)));
    boolean changed = false;
    for (Map.Entry<Slot, Entry> each : entries.entrySet()) {
      Entry entry = each.getValue();
      if (!entry.superseded()) {
        List<Circle.NamedMeeting> more =
            pending.stream()
                .filter(meeting -> takesUp.test(entry.finding(), meeting))
                .filter(meeting -> !entry.meetings().contains(meeting))
                .toList();
        Entry now = entry.naming(Circle.withMore(entry.meetings(), more, nowMs));
        changed |=
            more.stream().anyMatch(one -> now.meetings().contains(one) && !known.contains(one));
        each.setValue(now);
      }
    }
    return changed;
  }

  /** ¶30: a new episode starts without findings. */
  private void reopen() {
    entries.clear();
    dismissal = Optional.empty();
    dismissedBy.clear();
    state = ReferenceAlert.State.OPEN;
    episode++;
  }

  private void dropOldest() {
    entries.entrySet().stream()
        .min(Comparator.comparing(entry -> entry.getValue().finding().at()))
        .ifPresent(oldest -> entries.remove(oldest.getKey()));
  }

  /** ¶25, ¶27: marks a finding, if the alert still shows it; returns whether it does. */
  boolean supersede(Finding finding) {
    Entry shown = entries.get(finding.slot());
    if (shown == null || shown.superseded() || !shown.finding().equals(finding)) {
      return false;
    }
    entries.put(finding.slot(), shown.asSuperseded());
    if (live().isEmpty() && state == ReferenceAlert.State.OPEN) {
      state = ReferenceAlert.State.EXPIRED;
    }
    return true;
  }

  /** ¶30; returns whether it was none that had been made before (¶3). */
  boolean review(Review review, Instant at) {
    ReviewIdentity identity = new ReviewIdentity(review.eventId(), review.actor());
    Long earlierMs = reviewedMs.get(identity);
    if (earlierMs != null && earlierMs > at.timeMs() - Days.DAY_MS) {
      return false;
    }
    reviewedMs.put(identity, at.timeMs());
    decide(review, at);
    return true;
  }

  private void decide(Review review, Instant at) {
    switch (review.decision()) {
      case CONFIRMED -> {
        state = ReferenceAlert.State.CONFIRMED;
        dismissal = Optional.empty();
        dismissedBy.clear();
      }
      case DISMISSED -> dismiss(review, at);
      case NEEDS_MORE, ESCALATED -> {}
    }
  }

  private void dismiss(Review review, Instant at) {
    dismissedBy.add(review.actor());
    if (severity() == Severity.CRITICAL && dismissedBy.size() < REVIEWERS_FOR_CRITICAL) {
      return;
    }
    long untilMs =
        review.snoozeUntilMs() == Unknown.TIME ? at.timeMs() + SILENCE_MS : review.snoozeUntilMs();
    state = ReferenceAlert.State.DISMISSED;
    dismissal = Optional.of(new Dismissal(untilMs, families()));
  }

  private List<Finding> live() {
    return entries.values().stream()
        .filter(entry -> !entry.superseded())
        .map(Entry::finding)
        .toList();
  }

  /** All findings, superseded ones too, in the order of their slots. */
  List<Finding> findings() {
    return entries.values().stream().map(Entry::finding).toList();
  }

  /** All findings as the alert shows them, in the order of their slots. */
  List<ReferenceFinding> shown() {
    List<ReferenceFinding> shown = new ArrayList<>();
    for (Entry entry : entries.values()) {
      ReferenceFinding finding = entry.finding().shown();
      shown.add(entry.superseded() ? finding.asSuperseded() : finding);
    }
    return shown;
  }

  SortedSet<Family> families() {
    SortedSet<Family> families = new TreeSet<>();
    live().forEach(finding -> families.addAll(finding.shown().families()));
    return families;
  }

  /** ¶27: the highest shown; HIGH needs two families unless the claim stands alone. */
  Severity severity() {
    boolean fewFamilies = families().size() < 2;
    Severity highest = Severity.LOW;
    for (Finding finding : live()) {
      Severity claimed = finding.shown().severity();
      boolean held = fewFamilies && !finding.claim().standsAlone();
      boolean lowered = held && claimed.compareTo(Severity.MEDIUM) > 0;
      highest = highest.or(lowered ? Severity.MEDIUM : claimed);
    }
    return highest;
  }

  /** ¶28: 1 − Π (1 − w·s). */
  long score() {
    long rest = Fixed.ONE;
    for (Finding finding : live()) {
      long share = Fixed.times(finding.shown().weight(), weightOf(finding.claim().severity()));
      rest = Fixed.times(rest, Fixed.ONE - share);
    }
    return Fixed.ONE - rest;
  }

  private static long weightOf(Severity severity) {
    return switch (severity) {
      case LOW -> Fixed.of(0.25);
      case MEDIUM -> Fixed.of(0.5);
      case HIGH -> Fixed.of(0.75);
      case CRITICAL -> Fixed.of(0.95);
    };
  }

  /** Meetings that findings name which hold, ended or not, but for those that are over (¶29). */
  List<Circle.NamedMeeting> meetings() {
    return entries.values().stream()
        .filter(entry -> !entry.superseded())
        .flatMap(entry -> entry.meetings().stream())
        .toList();
  }

  /** Instants of the events that it rests on. */
  SortedSet<Instant> evidence() {
    SortedSet<Instant> evidence = new TreeSet<>();
    entries.values().forEach(entry -> evidence.addAll(entry.evidence()));
    return evidence;
  }
}
