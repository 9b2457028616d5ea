package org.vigie.rules.diagnostic;

/**
 * A file as it was read.
 *
 * @param file its path as people know it
 */
public record SourceText(String file, String text) {

  /**
   * A place in it.
   *
   * @param offset in UTF-16 units, 0 to the length of the text
   * @param width how many characters it is about; shown up to the end of the line
   */
  public Place place(int offset, int width) {
    int at = Math.max(0, Math.min(offset, text.length()));
    int lineStart = text.lastIndexOf('\n', at - 1) + 1;
    int lineEnd = text.indexOf('\n', at);
    String line = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
    int number = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    int column = text.codePointCount(lineStart, at) + 1;
    int shown = Math.max(1, Math.min(width, lineStart + line.length() - at));
    return new Place(file, number, column, shown, line.stripTrailing());
  }

  /** The file as a whole. */
  public Place whole() {
    return new Place(file, 1, 1, 1, "");
  }
}
