package org.vigie.cli.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.vigie.alert.Alert;
import org.vigie.alert.Severity;
import org.vigie.cli.alert.AlertSheets;
import org.vigie.cli.alert.Inks;
import org.vigie.cli.alert.Language;
import org.vigie.cli.alert.LastRevisions;
import org.vigie.cli.alert.RuleLore;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Table;
import org.vigie.detection.replay.ReplayCounts;
import org.vigie.schemas.RecordKind;

/** What a person wants to know of a replay: how much was read, refused, found; then the alerts. */
final class ReplaySummary {
  /** Beyond this a title each: nobody reads more sheets on a terminal. */
  private static final int SHEETS_MAX = 10;

  private static final List<Severity> SEVERITIES =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

  private final Console console;
  private final AlertSheets sheets;

  ReplaySummary(Console console, Function<String, RuleLore> lores) {
    this.console = console;
    this.sheets = new AlertSheets(Language.EN, lores, console);
  }

  void print(ReplayCounts counts, LastRevisions alerts, Duration took) {
    Table table = new Table();
    table.row().cell("read").cell(read(counts));
    table.row().cell("time").cell("%s s".formatted(decimal(took.toMillis() / 1000.0)));
    table.row().cell("refused").cell(number(counts.refused()) + lines(counts.refused()));
    if (counts.clamped() > 0) {
      String text = number(counts.clamped()) + " recorded late or dated ahead, and count by that";
      table.row().cell("noted").cell(text);
    }
    if (counts.unknownCodes() > 0) {
      String text = number(counts.unknownCodes()) + " signals of unknown codes, left out";
      table.row().cell("noted").cell(text);
    }
    table.row().cell("alerts").cell(counted(alerts));
    console.print(table.lines(console.style()));
    printAlerts(alerts.worstFirst());
  }

  /** How many of each severity; in the last column, so that colours can't shift anything. */
  private String counted(LastRevisions alerts) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : SEVERITIES) {
      long count = alerts.count(severity);
      String text = count + " " + severity.name().toLowerCase(Locale.ROOT);
      parts.add(count == 0 ? text : console.style().paint(Inks.of(severity), text));
    }
    return String.join(", ", parts);
  }

  private void printAlerts(List<Alert> alerts) {
    int shown = Math.min(alerts.size(), SHEETS_MAX);
    for (Alert alert : alerts.subList(0, shown)) {
      console.print("");
      console.print(sheets.lines(alert));
    }
    if (alerts.size() > shown) {
      console.print("");
      alerts.subList(shown, alerts.size()).forEach(alert -> console.print(sheets.title(alert)));
      console.print("(whole sheets: --alerts FILE, then vigie alerts show FILE)");
    }
  }

  private static String read(ReplayCounts counts) {
    List<String> parts = new ArrayList<>();
    for (RecordKind kind : RecordKind.EVENTS) {
      if (counts.of(kind) > 0 || kind == RecordKind.MESSAGE) {
        parts.add(
            number(counts.of(kind)) + " " + kind.typeName() + (counts.of(kind) == 1 ? "" : "s"));
      }
    }
    return String.join(", ", parts) + " of " + number(counts.lines()) + lines(counts.lines());
  }

  private static String lines(long count) {
    return count == 1 ? " line" : " lines";
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
