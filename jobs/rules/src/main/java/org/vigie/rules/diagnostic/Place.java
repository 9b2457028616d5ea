package org.vigie.rules.diagnostic;

/**
 * Where something stands.
 *
 * @param file its path as people know it; empty for the command line
 * @param line from 1; 0 where there are no lines, as on the command line
 * @param column from 1, in characters
 * @param width characters that it is about, at least 1
 * @param text the line itself; empty where the file as a whole is meant
 */
public record Place(String file, int line, int column, int width, String text) {
  /** The command line, or nothing in particular. */
  public static final Place NOWHERE = new Place("", 0, 1, 1, "");

  /** A file as a whole. */
  public static Place of(String file) {
    return new Place(file, 1, 1, 1, "");
  }

  /** Something that has a name and no lines, such as the configuration of a cluster. */
  public static Place named(String name) {
    return new Place(name, 0, 1, 1, "");
  }

  /**
   * A word of the command line.
   *
   * @param word as it was typed, without secrets
   * @param offset where in it what is meant begins
   * @param width how many characters that has
   */
  public static Place typed(String word, int offset, int width) {
    return new Place("", 0, offset + 1, Math.max(1, width), word);
  }

  /** The same, where the line must not be shown. */
  public Place withoutText() {
    return new Place(file, line, column, width, "");
  }

  /** {@code file:line:column}, or the name alone. */
  public String shown() {
    if (file.isEmpty()) {
      return "vigie";
    }
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
