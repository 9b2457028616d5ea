package org.vigie.cli.console;

/**
 * Text from outside as it may be shown on a terminal: whatever could move the cursor, change
 * colours or turn the direction of writing is shown as a question mark.
 */
public final class Printable {
  private static final char REPLACEMENT = '?';

  private Printable() {}

  /** The text without control and format characters. */
  public static String of(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(point -> clean.appendCodePoint(isShown(point) ? point : REPLACEMENT));
    return clean.toString();
  }

  private static boolean isShown(int point) {
    int type = Character.getType(point);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }
}
