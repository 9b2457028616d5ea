package org.vigie.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.bench.stream.StreamFacts;

/** Prints summaries as a Markdown table whose columns also line up on a terminal. */
public final class ResultTable {
  private static final double MEBI = 1024 * 1024;

  private ResultTable() {}

  /**
   * The table.
   *
   * @param summaries a row each
   * @param floors the floors' names, as given to {@link Summary#of}
   * @param facts what state bytes are divided by
   */
  public static String of(List<Summary> summaries, List<String> floors, StreamFacts facts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header(floors));
    for (Summary summary : summaries) {
      rows.add(row(summary, facts));
    }
    return aligned(rows);
  }

  private static List<String> header(List<String> floors) {
    List<String> header = new ArrayList<>();
    header.addAll(
        List.of("peer", "rounds", "k events/s", "CPU µs/event, steady", "CPU µs/event, whole"));
    floors.forEach(floor -> header.add("x " + floor));
    header.addAll(
        List.of(
            "broker µs/event",
            "RSS MiB",
            "state MiB",
            "state B/account",
            "state B/pair",
            "alerts"));
    return header;
  }

  private static List<String> row(Summary summary, StreamFacts facts) {
    List<String> row = new ArrayList<>();
    row.add(summary.peer());
    row.add(Integer.toString(summary.rounds()));
    row.add(spread(summary.steadyEventsPerSecond(), 1e3, 0));
    row.add(spread(summary.steadyCpuMicros(), 1, 1));
    row.add(spread(summary.wholeCpuMicros(), 1, 1));
    for (Optional<Spread> ratio : summary.timesFloors()) {
      row.add(ratio.map(r -> spread(r, 1, 2)).orElse("-"));
    }
    row.add(number(summary.brokerCpuMicros().median(), 1));
    row.add(number(summary.residentPeakBytes().median() / MEBI, 0));
    row.add(number(summary.stateBytes().median() / MEBI, 1));
    row.add(number(summary.stateBytes().median() / facts.senders(), 0));
    row.add(number(summary.stateBytes().median() / facts.pairs(), 0));
    row.add(number(summary.alerts().median(), 0));
    return row;
  }

  static String spread(Spread spread, double unit, int decimals) {
    return "%s (%s-%s)"
        .formatted(
            number(spread.median() / unit, decimals),
            number(spread.min() / unit, decimals),
            number(spread.max() / unit, decimals));
  }

  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  static String aligned(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      appendRow(text, rows.get(r), widths);
      if (r == 0) {
        appendRule(text, widths);
      }
    }
    return text.toString();
  }

  private static void appendRow(StringBuilder text, List<String> row, int[] widths) {
    for (int c = 0; c < widths.length; c++) {
      String cell = row.get(c);
      text.append("| ").append(cell).append(" ".repeat(widths[c] - cell.length() + 1));
    }
    text.append("|\n");
  }

  private static void appendRule(StringBuilder text, int[] widths) {
    for (int width : widths) {
      text.append('|').append("-".repeat(width + 2));
    }
    text.append("|\n");
  }
}
