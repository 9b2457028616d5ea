package org.vigie.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a pattern in lines, so that a check of words is one line long. */
final class PatternCheck {
  private PatternCheck() {}

  /**
   * One violation a match; the symbol is the matched text.
   *
   * @param remedy what to do instead
   */
  static List<Violation> find(Check check, SourceFile file, Pattern pattern, String remedy) {
    List<Violation> found = new ArrayList<>();
    int number = 0;
    for (String line : file.lines()) {
      number++;
      Matcher matcher = pattern.matcher(line);
      while (matcher.find()) {
        String match = matcher.group();
        String message = "\"" + match + "\": " + remedy;
        found.add(new Violation(check.name(), file.path(), match, number, 1, message));
      }
    }
    return found;
  }
}
