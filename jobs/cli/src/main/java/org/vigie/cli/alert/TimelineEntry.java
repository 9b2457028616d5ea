package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.Evidence;
import org.vigie.alert.StageTime;
import org.vigie.alert.Timeline;
import org.vigie.cli.console.Printable;

/**
 * Something that an alert says happened.
 *
 * @param timeMs when, epoch milliseconds
 * @param what in words
 * @param reference where the event can be found; empty where there is none
 */
record TimelineEntry(long timeMs, String what, String reference) {
  /** Everything that an alert gives a time for, in the order of time. */
  static List<TimelineEntry> of(Alert alert, Words words) {
    List<TimelineEntry> entries = new ArrayList<>();
    Timeline timeline = alert.getTimeline();
    if (timeline != null) {
      add(timeline.getFirstContact(), words.label(Label.FIRST_CONTACT), entries);
      add(timeline.getMeetingTime(), words.label(Label.MEETING), entries);
      timeline.getStages().stream()
          .filter(stage -> !isEvident(stage, alert))
          .forEach(stage -> add(stage.getTime(), Printable.of(stage.getCode()), entries));
    }
    for (Evidence evidence : alert.getEvidence()) {
      Long timeMs = evidence.getTime();
      if (timeMs != null) {
        entries.add(new TimelineEntry(timeMs, what(evidence), reference(evidence)));
      }
    }
    PendingMeeting.instantMs(alert)
        .ifPresent(timeMs -> add(timeMs, words.label(Label.THIS_FINDING), entries));
    entries.sort(Comparator.comparingLong(TimelineEntry::timeMs));
    return entries;
  }

  /** Whether the event that first showed a stage is listed anyway. */
  private static boolean isEvident(StageTime stage, Alert alert) {
    return alert.getEvidence().stream()
        .filter(evidence -> evidence.getCodes().contains(stage.getCode()))
        .anyMatch(evidence -> Long.valueOf(stage.getTime()).equals(evidence.getTime()));
  }

  private static void add(@Nullable Long timeMs, String what, List<TimelineEntry> entries) {
    if (timeMs != null) {
      entries.add(new TimelineEntry(timeMs, what, ""));
    }
  }

  private static String what(Evidence evidence) {
    return evidence.getCodes().isEmpty()
        ? evidence.getKind().name().toLowerCase(Locale.ROOT)
        : Printable.of(String.join(", ", evidence.getCodes()));
  }

  private static String reference(Evidence evidence) {
    String id = Printable.of(evidence.getEventId());
    if (evidence.getTopic() == null) {
      return id;
    }
    return "%s  %s-%d@%d"
        .formatted(
            id, Printable.of(evidence.getTopic()), evidence.getPartition(), evidence.getOffset());
  }
}
