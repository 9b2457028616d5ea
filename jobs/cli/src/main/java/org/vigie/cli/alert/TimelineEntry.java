package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.Evidence;
import org.vigie.alert.EvidenceKind;
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
      add(firstContact(alert), words.label(Label.FIRST_CONTACT), entries);
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
    OptionalLong newestMs = PendingMeeting.instantMs(alert);
    newestMs.ifPresent(timeMs -> add(timeMs, words.label(Label.THIS_FINDING), entries));
    Long firstMs = timeline == null ? null : timeline.getDetectedEventTime();
    if (firstMs != null && newestMs.isPresent() && firstMs < newestMs.getAsLong()) {
      add(firstMs, words.label(Label.FIRST_FOUND), entries);
    }
    entries.sort(Comparator.comparingLong(TimelineEntry::timeMs));
    return entries;
  }

  /**
   * When the two first met. Findings about links know only of meetings that a link was told of:
   * what is later than the finding itself is no first contact.
   */
  static @Nullable Long firstContact(Alert alert) {
    Timeline timeline = alert.getTimeline();
    Long contactMs = timeline == null ? null : timeline.getFirstContact();
    if (timeline == null || contactMs == null) {
      return null;
    }
    long atMs = contactMs;
    Long foundMs = timeline.getDetectedEventTime();
    boolean isLater =
        foundMs != null && atMs > foundMs
            || alert.getEvidence().stream().anyMatch(one -> isBefore(one, atMs));
    return isLater ? null : contactMs;
  }

  private static boolean isBefore(Evidence evidence, long timeMs) {
    Long ofEvidence = evidence.getTime();
    return evidence.getKind() == EvidenceKind.MESSAGE && ofEvidence != null && ofEvidence < timeMs;
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
