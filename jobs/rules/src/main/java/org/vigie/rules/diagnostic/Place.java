package org.vigie.rules.diagnostic;

/**
 * Where something stands.
 *
 * @param file its path as people know it; empty for the command line
 * @param line from 1
 * @param column from 1, in characters
 * @param width characters that it is about, at least 1
 * @param text the line itself; empty where the file as a whole is meant
 */
public record Place(String file, int line, int column, int width, String text) {
  /** The command line, or nothing in particular. */
  public static final Place NOWHERE = new Place("", 1, 1, 1, "");

  /** A file as a whole. */
  public static Place of(String file) {
    return new Place(file, 1, 1, 1, "");
  }

  /** {@code file:line:column}. */
  public String shown() {
    return file.isEmpty() ? "vigie" : file + ":" + line + ":" + column;
  }
}
