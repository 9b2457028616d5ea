package org.vigie.rules.diagnostic;

/**
 * A file as it was read.
 *
 * @param file its path as people know it
 */
public record SourceText(String file, String text) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** A file as it was read; some editors put a mark before the first line, which is no text. */
  public static SourceText of(String file, String text) {
    boolean isMarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return new SourceText(file, isMarked ? text.substring(1) : text);
  }

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

  /**
   * A place in it, by what YAML counts.
   *
   * @param index in code points
   */
  public Place placeOfCodePoint(int index, int width) {
    int codePoints = Math.min(index, text.codePointCount(0, text.length()));
    return place(text.offsetByCodePoints(0, codePoints), width);
  }

  /** The file as a whole. */
  public Place whole() {
    return new Place(file, 1, 1, 1, "");
  }
}
