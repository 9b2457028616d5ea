package org.vigie.cli.console;

/** What {@code --color} says. */
public enum ColourChoice {
  /** On a terminal, unless NO_COLOR is set. */
  AUTO,
  /** Wherever it goes. */
  ALWAYS,
  /** Nowhere. */
  NEVER;

  private static final String NO_COLOUR = "NO_COLOR";

  /** How to write to a stream. */
  Style style(boolean isTerminal, Terminal terminal) {
    String refused = terminal.environment().getOrDefault(NO_COLOUR, "");
    boolean dumb = "dumb".equals(terminal.environment().get("TERM"));
    return switch (this) {
      case ALWAYS -> Style.COLOUR;
      case NEVER -> Style.PLAIN;
      case AUTO -> isTerminal && refused.isEmpty() && !dumb ? Style.COLOUR : Style.PLAIN;
    };
  }
}
