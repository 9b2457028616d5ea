package org.vigie.reference.simulation;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Unknown;
import org.vigie.core.route.EffectiveTime;

/** Logs for people: one line an event, without what it does not say. */
final class LogLines {
  private static final String SAYS_NOTHING =
      "|NONE|UNKNOWN|\\[\\]|false|0|" + Unknown.INT + "|" + Unknown.TIME;

  /** An empty field, also one that holds nothing but empty fields. */
  private static final Pattern EMPTY_FIELD =
      Pattern.compile("(, )?\\w+=(?:" + SAYS_NOTHING + "|\\w+\\[(, )?\\])(?=[,\\]])");

  private LogLines() {}

  static String of(List<RecordedEvent> log) {
    StringBuilder lines = new StringBuilder();
    for (RecordedEvent recorded : log) {
      long timeMs = EffectiveTime.of(recorded).timeMs();
      lines
          .append("  ")
          .append(Instant.ofEpochMilli(timeMs))
          .append(" recorded ")
          .append(recorded.recordedMs() - timeMs)
          .append(" ms later: ")
          .append(brief(recorded.event().toString()))
          .append('\n');
    }
    return lines.toString();
  }

  private static String brief(String event) {
    String brief = event;
    String before = "";
    while (!brief.equals(before)) {
      before = brief;
      brief = EMPTY_FIELD.matcher(brief).replaceAll("");
    }
    return brief.replace("[, ", "[");
  }
}
