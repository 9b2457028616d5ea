package org.vigie.tidy;

import java.util.List;

/** A file that can't be read in one sitting does more than one thing. */
final class FileLengthCheck implements Check {
  static final int MAIN_LINES_MAX = 400;
  static final int TEST_LINES_MAX = 600;

  @Override
  public String name() {
    return "FileLength";
  }

  @Override
  public List<Violation> inspect(SourceFile file) {
    int lines = file.lines().size();
    int max = file.isTest() ? TEST_LINES_MAX : MAIN_LINES_MAX;
    if (file.tree().isEmpty() || lines <= max) {
      return List.of();
    }
    String message = lines + " lines; at most " + max + ": move one of its subjects out";
    return List.of(new Violation(name(), file.path(), "", 1, lines, message));
  }
}
