package org.vigie.tidy;

/**
 * One place that breaks a rule of the house style.
 *
 * @param check name of the check
 * @param path path from the root of the repository, with forward slashes
 * @param symbol what breaks the rule inside the file, stable when lines move; empty for the file
 * @param line first line of it, from 1
 * @param actual measured size, or 1 where there is nothing to measure
 * @param message what is wrong, what is allowed, what to do
 */
record Violation(String check, String path, String symbol, int line, int actual, String message) {

  @Override
  public String toString() {
    return "%s:%d: [%s] %s".formatted(path, line, check, message);
  }
}
