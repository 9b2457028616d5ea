package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.vigie.alert.Alert;
import org.vigie.cli.console.Printable;

/** Whom to warn of which meeting: each next target, the most urgent first. */
final class AlertMeetings {
  private static final int LISTED_MAX = 8;

  private final Words words;

  AlertMeetings(Words words) {
    this.words = words;
  }

  /** One line a meeting whose time is not known to have passed. */
  List<String> toCome(Alert alert) {
    return lines(alert, false);
  }

  /** One line a meeting that may be under way: pending, and its time has passed. */
  List<String> passed(Alert alert) {
    return lines(alert, true);
  }

  private List<String> lines(Alert alert, boolean passed) {
    OptionalLong instantMs = PendingMeeting.revisedMs(alert);
    List<org.vigie.alert.PendingMeeting> all =
        alert.getPendingMeetings().stream()
            .filter(meeting -> hasPassed(meeting, instantMs) == passed)
            .toList();
    List<String> lines = new ArrayList<>();
    all.stream().limit(LISTED_MAX).forEach(meeting -> lines.add(line(meeting, instantMs)));
    if (all.size() > LISTED_MAX) {
      lines.add(words.more(all.size() - LISTED_MAX));
    }
    return lines;
  }

  private static boolean hasPassed(org.vigie.alert.PendingMeeting meeting, OptionalLong instantMs) {
    Long timeMs = meeting.getTime();
    return timeMs != null && instantMs.isPresent() && timeMs < instantMs.getAsLong();
  }

  private String line(org.vigie.alert.PendingMeeting meeting, OptionalLong instantMs) {
    List<String> parts = new ArrayList<>();
    Long timeMs = meeting.getTime();
    String place = meeting.getPlace();
    parts.add(timeMs == null ? words.label(Label.TIME_UNKNOWN) : words.time(timeMs));
    parts.add(
        words.label(Label.WITH)
            + " "
            + meeting.getAccount()
            + (place == null ? "" : " " + words.label(Label.AT_PLACE) + " " + place));
    if (timeMs != null && instantMs.isPresent()) {
      parts.add(left(timeMs - instantMs.getAsLong()));
    }
    if (meeting.getWithReporter()) {
      parts.add(words.label(Label.HAS_REPORTED));
    }
    return Printable.of(meeting.getWith() + words.colon() + String.join(", ", parts));
  }

  private String left(long leftMs) {
    return leftMs < 0
        ? words.label(Label.OVERDUE) + " (" + words.span(leftMs) + ")"
        : words.label(Label.IN) + " " + words.span(leftMs);
  }
}
