package org.vigie.rules.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.core.alert.Alert;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;
import org.vigie.core.judge.Truth;
import org.vigie.rules.cel.ConditionText;

/** A case as a timeline, and how near the rule came: what a failed case prints. */
final class CaseStory {
  private static final int EVENTS_SHOWN_MAX = 40;

  private static final List<Unit> UNITS =
      List.of(
          new Unit("d", 86_400_000L),
          new Unit("h", 3_600_000L),
          new Unit("m", 60_000L),
          new Unit("s", 1_000L),
          new Unit("ms", 1L));

  private record Unit(String name, long lengthMs) {}

  private record Line(long atMs, String text) {}

  private final ConditionText conditions;

  CaseStory(ConditionText conditions) {
    this.conditions = conditions;
  }

  List<String> of(RuleCase ruleCase, List<Alert> revisions, CaseTrace trace) {
    List<Line> lines = new ArrayList<>();
    for (RecordedEvent event : ruleCase.events()) {
      String late = event.recordedMs() == event.event().timeMs() ? "" : recorded(event);
      lines.add(new Line(event.event().timeMs(), words(event.event()) + late));
    }
    lines.sort(Comparator.comparingLong(Line::atMs));
    List<String> story = new ArrayList<>();
    int left = Math.max(0, lines.size() - EVENTS_SHOWN_MAX);
    if (left > 0) {
      story.add("… " + left + " earlier events");
    }
    lines.subList(left, lines.size()).forEach(line -> story.add(at(line.atMs) + line.text));
    for (Alert alert : revisions) {
      story.add(
          at(alert.timeMs())
              + "=> alert about "
              + alert.subject().id()
              + ", revision "
              + alert.revision()
              + ": "
              + alert.severity());
    }
    clauses(trace, story);
    return story;
  }

  private void clauses(CaseTrace trace, List<String> story) {
    if (trace.judgements().isEmpty()) {
      story.add("the rule was never judged: no event of the case is a reason to");
    }
    for (CaseTrace.Judgement judgement : trace.nearest()) {
      boolean fires = judgement.fires();
      story.add(
          (fires ? "it fired at " : "it came nearest at ") + at(judgement.atMs()).strip() + ":");
      boolean stopped = false;
      for (CaseTrace.Clause clause : judgement.clauses()) {
        boolean stops = !stopped && clause.truth() != Truth.TRUE;
        stopped |= stops;
        story.add(
            "  "
                + clause.truth().name().toLowerCase(Locale.ROOT)
                + "  "
                + conditions.of(clause.clause())
                + "  ("
                + values(clause)
                + ")"
                + (stops ? "  <- stopped here" : ""));
      }
    }
  }

  private static String values(CaseTrace.Clause clause) {
    return clause.values().entrySet().stream()
        .map(entry -> entry.getKey() + " = " + ConditionText.number(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String at(long timeMs) {
    long sinceMs = timeMs - CaseEvents.BEGIN_MS;
    return String.format(Locale.ROOT, "%8s  ", "+" + span(sinceMs));
  }

  /** From days down, such as {@code 30d 1h 1s}. */
  private static String span(long spanMs) {
    StringBuilder text = new StringBuilder();
    long left = spanMs;
    for (Unit unit : UNITS) {
      if (left >= unit.lengthMs) {
        text.append(text.isEmpty() ? "" : " ").append(left / unit.lengthMs).append(unit.name);
        left %= unit.lengthMs;
      }
    }
    return text.isEmpty() ? "0" : text.toString();
  }

  private static String recorded(RecordedEvent event) {
    return " (recorded " + span(event.recordedMs() - event.event().timeMs()) + " later)";
  }

  private static String of(SessionEvent session) {
    StringBuilder text = new StringBuilder();
    text.append(session.kind()).append(' ').append(session.actor());
    AgeClaim age = session.age();
    if (age.source() != AgeClaim.Source.NONE) {
      text.append(' ').append(age.source()).append(' ').append(year(age.minYears())).append('-');
      text.append(year(age.maxYears()));
    }
    for (String one : List.of(session.linkedAccount(), session.device(), session.room())) {
      text.append(one.isEmpty() ? "" : " " + one);
    }
    return text.toString();
  }

  private static String year(int year) {
    return year == Unknown.INT ? "" : String.valueOf(year);
  }

  private static String words(Event event) {
    if (event instanceof Message message) {
      String to =
          message.room().isEmpty() ? String.join(", ", message.recipients()) : message.room();
      String codes =
          message.signals().stream()
              .map(signal -> " " + signal.code())
              .collect(Collectors.joining());
      String meeting =
          message.meeting().isPresent() ? " meeting " + message.meeting().status() : "";
      String media = message.media().isEmpty() ? "" : " media " + message.media().size();
      return message.channel() + " " + message.actor() + " -> " + to + codes + meeting + media;
    }
    if (event instanceof Interaction interaction) {
      return interaction.kind() + " " + interaction.actor() + " -> " + interaction.target();
    }
    if (event instanceof SessionEvent session) {
      return of(session);
    }
    return "REVIEW " + event.actor() + " " + ((Review) event).decision();
  }
}
