package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.Evidence;
import org.vigie.alert.Finding;
import org.vigie.alert.Guard;
import org.vigie.alert.Timeline;
import org.vigie.cli.console.Printable;

/** What was measured, what kinds of evidence there are, and what was weighed against them. */
final class AlertReasons {
  private static final long MINUTE_MS = 60_000L;

  private final Words words;
  private final RuleNames names;

  AlertReasons(Words words, RuleNames names) {
    this.words = words;
    this.names = names;
  }

  /** One line a finding that holds: over how long, and each clause beside its bar. */
  List<String> measured(Alert alert) {
    Set<String> lines = new LinkedHashSet<>();
    for (Finding finding : alert.getFindings()) {
      if (!finding.getSuperseded() && !finding.getObserved().isEmpty()) {
        lines.add(measured(finding));
      }
    }
    return List.copyOf(lines);
  }

  private String measured(Finding finding) {
    Long windowMs = finding.getWindowMs();
    String within =
        windowMs == null ? "" : " " + words.label(Label.WITHIN) + " " + words.window(windowMs);
    return Printable.of(finding.getRule())
        + within
        + words.colon()
        + new TreeMap<>(finding.getObserved())
            .keySet().stream()
                .map(name -> names.feature(name) + bar(finding, name))
                .collect(Collectors.joining(words.semicolon()));
  }

  private String bar(Finding finding, String name) {
    boolean isSet = finding.getObserved().getOrDefault(name, 0.0) > 0;
    return words.colon()
        + (names.isFlag(name) ? words.label(isSet ? Label.YES : Label.NO) : beside(finding, name));
  }

  private String beside(Finding finding, String name) {
    String observed = words.number(finding.getObserved().getOrDefault(name, 0.0));
    Double threshold = finding.getThreshold().get(name);
    // A bar at nothing asks that there be none of it: the number says whether there was.
    return threshold == null || threshold == 0
        ? observed
        : "%s (%s %s)".formatted(observed, words.label(Label.BAR), words.number(threshold));
  }

  String evidence(Alert alert) {
    String families =
        alert.getFamilies().stream()
            .map(words::family)
            .collect(Collectors.joining(words.semicolon()));
    String codes = codes(alert);
    Double score = alert.getScore();
    String scored =
        score == null
            ? ""
            : words.semicolon() + words.label(Label.SCORE) + " " + words.number(score);
    return families + (codes.isEmpty() ? "" : words.semicolon() + codes) + scored;
  }

  /** How long it took from the first contact, and how long there was until the meeting. */
  String lead(Alert alert) {
    Timeline timeline = alert.getTimeline();
    Long foundMs = timeline == null ? null : timeline.getDetectedEventTime();
    if (timeline == null || foundMs == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    Long contactMs = TimelineEntry.firstContact(alert);
    if (contactMs != null) {
      parts.add(apart(foundMs - contactMs, Label.AFTER_FIRST_CONTACT, Label.AT_FIRST_CONTACT));
    }
    Long meetingMs = meetingMs(alert, timeline);
    if (meetingMs != null) {
      Label side = meetingMs >= foundMs ? Label.BEFORE_MEETING : Label.AFTER_MEETING;
      parts.add(apart(meetingMs - foundMs, side, Label.AT_MEETING));
    }
    boolean isNewest = foundMs == PendingMeeting.instantMs(alert).orElse(foundMs);
    Label found = isNewest ? Label.THIS_FINDING : Label.FIRST_FOUND;
    return parts.isEmpty() ? "" : words.label(found) + " " + String.join(", ", parts);
  }

  private String apart(long spanMs, Label side, Label together) {
    return Math.abs(spanMs) < MINUTE_MS
        ? words.label(together)
        : words.span(spanMs) + " " + words.label(side);
  }

  /** The meeting that makes it urgent, so that the sheet speaks of one time; else the first. */
  private static @Nullable Long meetingMs(Alert alert, Timeline timeline) {
    OptionalLong urgentMs =
        PendingMeeting.of(alert).map(PendingMeeting::atMs).orElse(OptionalLong.empty());
    return urgentMs.isPresent() ? Long.valueOf(urgentMs.getAsLong()) : timeline.getMeetingTime();
  }

  /** Which indicators there were, and how often. */
  private static String codes(Alert alert) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Evidence evidence : alert.getEvidence()) {
      evidence.getCodes().forEach(code -> counts.merge(Printable.of(code), 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .map(one -> one.getValue() > 1 ? one.getKey() + " \u00d7 " + one.getValue() : one.getKey())
        .collect(Collectors.joining(", "));
  }

  String guards(Alert alert) {
    List<String> lowering = new ArrayList<>();
    List<String> idle = new ArrayList<>();
    for (Guard guard : alert.getGuards()) {
      Double value = guard.getValue();
      String name =
          names.guard(guard.getName())
              + (value == null || names.isFlag(guard.getName())
                  ? ""
                  : " (" + words.number(value) + ")");
      if (guard.getEffect() > 0) {
        long percent = Math.round(guard.getEffect() * 100);
        lowering.add(name + words.colon() + words.label(Label.LOWERED) + " " + percent + " %");
      } else {
        idle.add(name);
      }
    }
    if (!idle.isEmpty()) {
      lowering.add(words.label(Label.WITHOUT_EFFECT) + words.colon() + String.join(", ", idle));
    }
    return String.join(words.semicolon(), lowering);
  }
}
