package org.vigie.cli.console;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/** Results on standard output, everything else on standard error, colours where they are wanted. */
public final class Console {
  private static final int WIDTH_MAX = 110;
  private static final int WIDTH_MIN = 60;
  private static final int WIDTH_UNKNOWN = 100;

  private final Terminal terminal;
  private ColourChoice colour = ColourChoice.AUTO;

  /** A console on a terminal. */
  public Console(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What {@code --color} says, from now on. */
  public void colour(ColourChoice choice) {
    this.colour = choice;
  }

  /** Prints a line of the result. */
  public void print(String line) {
    terminal.out().println(line);
  }

  /** Prints lines of the result. */
  public void print(List<String> lines) {
    lines.forEach(this::print);
  }

  /** Tells the person something that is not the result. */
  public void tell(String line) {
    terminal.err().println(line);
  }

  /** How results are to be painted. */
  public Style style() {
    return colour.style(terminal.outIsTerminal(), terminal);
  }

  /** How everything else is to be painted. */
  public Style errorStyle() {
    return colour.style(terminal.errIsTerminal(), terminal);
  }

  /** Columns for results, {@value #WIDTH_MIN} to {@value #WIDTH_MAX}. */
  public int width() {
    String columns = terminal.environment().getOrDefault("COLUMNS", "");
    int width = columns.matches("[0-9]{1,4}") ? Integer.parseInt(columns) : WIDTH_UNKNOWN;
    return Math.max(WIDTH_MIN, Math.min(WIDTH_MAX, width));
  }

  /** Standard output, for bytes. */
  public PrintStream out() {
    return terminal.out();
  }

  /** Standard input. */
  public InputStream in() {
    return terminal.in();
  }

  /** A line that shows how far something is. */
  public Progress progress() {
    return new Progress(terminal.err(), terminal.errIsTerminal());
  }
}
