package org.vigie.cli.console;

/** Paints text for a terminal, or leaves it as it is. */
public enum Style {
  /** With ANSI colours. */
  COLOUR,
  /** Nothing but the text. */
  PLAIN;

  private static final String ESCAPE = "\u001b[";

  /** The text as it is to be printed; its visible length does not change. */
  public String paint(Ink ink, String text) {
    return switch (this) {
      case COLOUR -> ESCAPE + ink.code() + "m" + text + ESCAPE + "0m";
      case PLAIN -> text;
    };
  }
}
