package org.vigie.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.alert.Alert;
import org.vigie.cli.alert.AlertSheet;
import org.vigie.cli.alert.Words;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.Style;
import org.vigie.cli.console.Table;
import org.vigie.cli.console.Wrap;
import org.vigie.simulator.score.Scorecard;
import org.vigie.simulator.score.Scorecard.CaseResult;
import org.vigie.simulator.score.Scorecard.HarmRow;
import org.vigie.simulator.score.Scorecard.LookAlikeResult;
import org.vigie.simulator.score.Share;
import org.vigie.simulator.truth.PlantedHarm;

/** What a demo ends with: found, missed and wrongly raised per harm, and each mistake by name. */
final class DemoSummary {
  private static final String LEGEND =
      "wrongly raised: MEDIUM or above about anybody not planted; in time: of those found, before"
          + " the harm that could be prevented";

  private static final String OFTEN =
      "How often cases are missed and people raised wrongly is measured in docs/evaluation.md; that"
          + " is why an alert is for a person to judge.";

  private final Words words;
  private final Style style;
  private final int width;

  /**
   * A summary.
   *
   * @param width columns, at least 60
   */
  DemoSummary(Words words, Style style, int width) {
    this.words = words;
    this.style = style;
    this.width = width;
  }

  List<String> lines(Scorecard score, AlertSheet sheet) {
    List<String> lines = new ArrayList<>(table(score).lines(style));
    lines.add("");
    lines.addAll(Wrap.lines(LEGEND, width));
    lines.add("");
    score.missed().forEach(missed -> lines.add(missed(missed)));
    score.wrong().forEach(wrong -> lines.add(style.paint(Ink.BAD, "wrong ") + sheet.title(wrong)));
    lines.add(lookAlikes(score));
    score.cases().forEach(result -> warned(result, lines));
    lines.add("");
    lines.add(verdict(score));
    if (!score.missed().isEmpty() || !score.wrong().isEmpty()) {
      lines.addAll(Wrap.lines(OFTEN, width));
    }
    return lines;
  }

  private Table table(Scorecard score) {
    Table table = new Table();
    Table.Row head = table.row();
    for (String name : List.of("harm", "found", "missed", "wrongly raised", "in time")) {
      head.cell(Ink.FAINT, name);
    }
    for (HarmRow row : score.byHarm()) {
      int missed = row.shown().of() - row.shown().hits();
      table
          .row()
          .cell(words.harm(row.harm()))
          .cell(share(row.shown()))
          .cell(missed == 0 ? Ink.GOOD : Ink.BAD, String.valueOf(missed))
          .cell(row.wrong() == 0 ? Ink.GOOD : Ink.BAD, String.valueOf(row.wrong()))
          .cell(share(row.beforeStep()));
    }
    return table;
  }

  private String missed(CaseResult result) {
    return style.paint(Ink.BAD, "missed ") + name(result.planted().planted());
  }

  private static String name(PlantedHarm planted) {
    return planted.label() + " (" + planted.indicator() + ")";
  }

  private String lookAlikes(Scorecard score) {
    Map<String, List<String>> bySeverity = new TreeMap<>();
    for (LookAlikeResult result : score.lookAlikes()) {
      result
          .severity()
          .ifPresent(
              severity ->
                  bySeverity
                      .computeIfAbsent(severity.name(), name -> new ArrayList<>())
                      .add(result.lookAlike().kind().label()));
    }
    int left = score.lookAlikes().size() - score.accused().size();
    StringBuilder line = new StringBuilder();
    line.append(style.paint(score.accused().isEmpty() ? Ink.GOOD : Ink.BAD, "left   "));
    line.append("%d of %d look-alikes alone".formatted(left, score.lookAlikes().size()));
    bySeverity.forEach(
        (severity, names) ->
            line.append("; ").append(severity).append(": ").append(String.join(", ", names)));
    return line.toString();
  }

  /** Who could be warned in time, and by how much. */
  private void warned(CaseResult result, List<String> lines) {
    if (result.warning().isEmpty() || result.warnedMs().isEmpty()) {
      return;
    }
    Alert warning = result.warning().get();
    Long meetingMs = warning.getTimeline() == null ? null : warning.getTimeline().getMeetingTime();
    if (meetingMs != null && meetingMs > result.warnedMs().getAsLong()) {
      lines.add(
          "warned %s: the next to be met was named %s before the meeting"
              .formatted(
                  name(result.planted().planted()),
                  words.span(meetingMs - result.warnedMs().getAsLong())));
    }
  }

  private String verdict(Scorecard score) {
    boolean good = score.missed().isEmpty() && score.wrong().isEmpty();
    String text =
        "found %d of %d, missed %d, wrongly raised %d"
            .formatted(
                score.shown().hits(),
                score.shown().of(),
                score.missed().size(),
                score.wrong().size());
    return style.paint(good ? Ink.GOOD : Ink.BAD, text);
  }

  private static String share(Share share) {
    return share.of() == 0 ? "-" : share.hits() + " of " + share.of();
  }
}
