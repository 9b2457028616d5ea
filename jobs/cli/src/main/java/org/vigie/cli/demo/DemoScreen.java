package org.vigie.cli.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.cli.alert.AlertSheet;
import org.vigie.cli.alert.Inks;
import org.vigie.cli.alert.Language;
import org.vigie.cli.alert.Words;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.Style;
import org.vigie.cli.console.Table;
import org.vigie.simulator.truth.Scorecard;
import org.vigie.simulator.truth.Scorecard.CaseResult;
import org.vigie.simulator.truth.Scorecard.LookAlikeResult;

/** Shows a demo to people. */
final class DemoScreen implements DemoOutput {
  private final Console console;
  private final Style style;
  private final Words words = new Words(Language.EN);
  private final AlertSheet sheet;
  private final Map<String, Alert> shown = new HashMap<>();

  DemoScreen(Console console) {
    this.console = console;
    this.style = console.style();
    this.sheet = new AlertSheet(Language.EN, style, console.width());
  }

  /** The first time and whenever it gets worse in full, else in one line. */
  @Override
  public void alert(Alert revision, long platformMs) {
    Alert before = shown.put(revision.getAlertId(), revision);
    console.print(style.paint(Ink.FAINT, rule(words.time(platformMs))));
    if (before != null && revision.getSeverity().compareTo(before.getSeverity()) <= 0) {
      console.print("update  " + sheet.title(revision) + changes(before, revision));
      return;
    }
    console.print(sheet.lines(revision));
    warning(revision, platformMs);
  }

  private static String changes(Alert before, Alert revision) {
    int others = revision.getCounterpartsTotal() - before.getCounterpartsTotal();
    String more = others > 0 ? ": " + others + " more reached" : "";
    return before.getImminent() && !revision.getImminent()
        ? more + ": no meeting is pending any more"
        : more;
  }

  /** Whether a pending meeting can still be prevented, on the platform's clock at this moment. */
  private void warning(Alert revision, long platformMs) {
    Long meetingMs = meetingMs(revision);
    if (revision.getImminent() && meetingMs != null) {
      boolean inTime = platformMs < meetingMs;
      String text =
          inTime
              ? "IN TIME  the platform's clock says %s; the meeting is at %s: %s left to warn"
              : "TOO LATE  the platform's clock says %s; the meeting was at %s: %s ago";
      console.print("");
      console.print(
          "  "
              + style.paint(
                  inTime ? Ink.GOOD : Ink.BAD,
                  text.formatted(
                      words.time(platformMs),
                      words.time(meetingMs),
                      words.span(meetingMs - platformMs))));
    }
  }

  private static @Nullable Long meetingMs(Alert revision) {
    return revision.getTimeline() == null ? null : revision.getTimeline().getMeetingTime();
  }

  @Override
  public void finish(Scorecard score, List<Alert> revisions) {
    console.print(style.paint(Ink.FAINT, rule("the last day is over and settled")));
    console.print(
        "What was planted and what came of it. All people are synthetic, drawn from the seed.");
    console.print("");
    Table table = new Table();
    table
        .row()
        .cell("")
        .cell("planted")
        .cell("expected alert")
        .cell("raised")
        .cell("first seen")
        .cell("before the harm");
    score.cases().forEach(result -> row(result, table));
    console.print(table.lines(style));
    console.print("");
    Table others = new Table();
    others.row().cell("").cell("look-alike").cell("why it is none").cell("raised");
    score.lookAlikes().forEach(result -> row(result, others));
    console.print(others.lines(style));
    console.print("");
    score.cases().forEach(this::warned);
    for (Alert wrong : score.wrong()) {
      console.print(style.paint(Ink.BAD, "wrong") + "  " + sheet.title(wrong));
    }
    console.print(summary(score));
  }

  private void row(CaseResult result, Table table) {
    Table.Row row = table.row();
    if (result.found()) {
      row.cell(Ink.GOOD, "found");
    } else {
      row.cell(Ink.BAD, "missed");
    }
    String expected =
        "%s, %s %s"
            .formatted(
                result.planted().indicator(),
                words.subjectKind(result.planted().subjectKind()),
                result.planted().subject());
    row.cell(result.planted().name()).cell(expected);
    if (result.severity().isPresent()) {
      row.cell(Inks.of(result.severity().get()), result.severity().get().name());
    } else {
      row.cell("-");
    }
    row.cell(result.raisedMs().isPresent() ? words.time(result.raisedMs().getAsLong()) : "-");
    row.cell(lead(result));
  }

  private String lead(CaseResult result) {
    if (result.leadMs().isEmpty()) {
      return "";
    }
    long leadMs = result.leadMs().getAsLong();
    return words.span(leadMs) + (leadMs >= 0 ? "" : " too late");
  }

  /** Who could be warned in time, and by how much. */
  private void warned(CaseResult result) {
    if (result.planted().nextTarget().isPresent() && result.leadMs().isPresent()) {
      long leadMs = result.leadMs().getAsLong();
      console.print(
          "%s: %s was named as the next to be met %s %s the meeting"
              .formatted(
                  result.planted().name(),
                  result.planted().nextTarget().get(),
                  words.span(leadMs),
                  leadMs >= 0 ? "before" : "after"));
    }
  }

  private void row(LookAlikeResult result, Table table) {
    Table.Row row = table.row();
    if (result.leftAlone()) {
      row.cell(Ink.GOOD, "left");
    } else {
      row.cell(Ink.BAD, "wrong");
    }
    row.cell(result.lookAlike().name()).cell(result.lookAlike().why());
    row.cell(
        result.severity().map(severity -> severity.name() + " (wakes nobody)").orElse("nothing"));
  }

  private String summary(Scorecard score) {
    boolean good = score.missed() == 0 && score.wrong().isEmpty();
    String text =
        "found %d of %d, missed %d, wrongly raised %d (MEDIUM or above about anybody not planted)"
            .formatted(score.found(), score.cases().size(), score.missed(), score.wrong().size());
    return style.paint(good ? Ink.GOOD : Ink.BAD, text);
  }

  private String rule(String text) {
    String start = "── " + text + " ";
    return start + "─".repeat(Math.max(0, console.width() - start.length()));
  }
}
