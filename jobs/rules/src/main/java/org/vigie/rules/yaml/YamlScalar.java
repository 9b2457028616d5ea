package org.vigie.rules.yaml;

import org.vigie.rules.diagnostic.Place;
import org.vigie.rules.diagnostic.SourceText;

/**
 * A text, number or flag.
 *
 * @param text what it says, unquoted and unfolded
 * @param plain whether it is written without quotes and not as a block
 * @param from where it begins in the source, UTF-16 units
 * @param to where it ends
 */
public record YamlScalar(SourceText source, String text, boolean plain, int from, int to)
    implements YamlNode {
  @Override
  public Place place() {
    int width = source.text().substring(from, to).stripTrailing().length();
    return source.place(from, Math.max(1, width));
  }

  @Override
  public String kind() {
    return "a text";
  }

  /**
   * Where a part of the text stands in the file, folded and indented lines included.
   *
   * @param offset of the part in {@link #text}
   */
  public Place place(int offset, int width) {
    int raw = rawOffset(offset);
    return raw < 0 ? place() : source.place(raw, width);
  }

  /**
   * Walks the text and the source side by side. Folding and indenting change blanks only; with
   * escapes in quotes the walk loses its way and the scalar as a whole is shown.
   */
  private int rawOffset(int offset) {
    String raw = source.text();
    int at = contentStart();
    int end = Math.min(to, raw.length());
    for (int i = 0; i < text.length() && at < end; i++) {
      if (isBlank(text.charAt(i))) {
        if (i >= offset) {
          return at;
        }
        continue;
      }
      while (at < end && isBlank(raw.charAt(at))) {
        at++;
      }
      if (at >= end || raw.charAt(at) != text.charAt(i)) {
        return -1;
      }
      if (i >= offset) {
        return at;
      }
      at++;
    }
    return at <= end ? Math.max(from, at - 1) : -1;
  }

  /** After an opening quote, or after the line with {@code |} or {@code >} of a block. */
  private int contentStart() {
    if (plain) {
      return from;
    }
    char first = source.text().charAt(from);
    if (first == '|' || first == '>') {
      int line = source.text().indexOf('\n', from);
      return line < 0 ? from : line;
    }
    return from + 1;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }
}
