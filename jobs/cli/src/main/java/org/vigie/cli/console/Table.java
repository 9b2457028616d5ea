package org.vigie.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells under each other, as wide as they need; the last column is never filled up. */
public final class Table {
  private static final String GAP = "  ";

  private final List<List<Cell>> rows = new ArrayList<>();

  /** A cell and how it is painted, or not. */
  private record Cell(String text, List<Ink> inks) {}

  /** A row being filled. */
  public static final class Row {
    private final List<Cell> cells = new ArrayList<>();

    /** Adds a plain cell. */
    public Row cell(String text) {
      cells.add(new Cell(text, List.of()));
      return this;
    }

    /** Adds a painted cell. */
    public Row cell(Ink ink, String text) {
      cells.add(new Cell(text, List.of(ink)));
      return this;
    }
  }

  /** Adds a row. */
  public Row row() {
    Row row = new Row();
    rows.add(row.cells);
    return row;
  }

  /** The rows as lines. */
  public List<String> lines(Style style) {
    List<Integer> widths = widths();
    List<String> lines = new ArrayList<>();
    for (List<Cell> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int at = 0; at < row.size(); at++) {
        Cell cell = row.get(at);
        line.append(
            cell.inks().isEmpty() ? cell.text() : style.paint(cell.inks().get(0), cell.text()));
        if (at + 1 < row.size()) {
          line.append(" ".repeat(widths.get(at) - cell.text().length())).append(GAP);
        }
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    for (List<Cell> row : rows) {
      for (int at = 0; at < row.size(); at++) {
        int width = row.get(at).text().length();
        if (at == widths.size()) {
          widths.add(width);
        } else {
          widths.set(at, Math.max(widths.get(at), width));
        }
      }
    }
    return widths;
  }
}
