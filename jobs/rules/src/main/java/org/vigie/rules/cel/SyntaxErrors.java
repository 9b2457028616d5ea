package org.vigie.rules.cel;

import dev.cel.common.CelIssue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.yaml.YamlScalar;

/** Says in the author's words what CEL's grammar says in its own. */
final class SyntaxErrors {
  private static final Pattern TURNED = Pattern.compile("=[<>]");
  private static final Pattern WINDOW =
      Pattern.compile("\\b(in|within|per) +(\\d+ ?)?(s|min|m|h|hours?|d|days?|weeks?)\\b");
  private static final Pattern PERCENT = Pattern.compile("%");
  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final Pattern SAID =
      Pattern.compile("\\b(at least|at most|(?:more|less|greater|fewer) than|is|equals)\\b");
  private static final String SIGNS =
      "write >= for at least, <= for at most, > for more than, < for less than, == for is";

  private static final Pattern SINGLE_EQUALS = Pattern.compile("(?<![=<>!])=(?![=])");
  private static final Pattern WORD = Pattern.compile("\\b(and|or|not|AND|OR|NOT)\\b");
  private static final Pattern TYPESET = Pattern.compile("[≥≤≠“”„’‘«»–]");
  private static final Pattern SINGLE_MARK = Pattern.compile("(?<!&)&(?!&)|(?<!\\|)\\|(?!\\|)");

  private SyntaxErrors() {}

  static void tell(CelIssue issue, int offset, YamlScalar text, Diagnostics own) {
    if (issue.getMessage().contains("exceeds")) {
      own.add(DiagnosticCode.TOO_COMPLEX, text.place(), Conditions.firstLine(issue.getMessage()));
    } else if (!slip(TURNED, "write >= and <=", text, own)
        && !slip(SINGLE_EQUALS, "write == for equal", text, own)
        && !slip(WORD, "write && for and, || for or, ! for not", text, own)
        && !slip(TYPESET, "write >= <= != and straight quotes", text, own)
        && !slip(SINGLE_MARK, "write && for and, || for or", text, own)
        && !slip(WINDOW, "windows stand in features (config/features): window: 7d", text, own)
        && !slip(PERCENT, "a share is a number from 0 to 1: 0.8 and not 80 %", text, own)
        && !slip(SAID, SIGNS, text, own)
        && !slip(SEMICOLON, "join comparisons by && for and, || for or", text, own)) {
      own.add(
          DiagnosticCode.BROKEN_EXPRESSION,
          text.place(offset, 1),
          "the condition can't be read from here on (" + words(issue) + ")",
          "comparisons such as `stages >= 3` and flags, joined by &&, ||, ! and parentheses");
    }
  }

  private static boolean slip(Pattern pattern, String instead, YamlScalar text, Diagnostics own) {
    Matcher matcher = pattern.matcher(text.text());
    if (!matcher.find()) {
      return false;
    }
    own.add(
        DiagnosticCode.BROKEN_EXPRESSION,
        text.place(matcher.start(), matcher.end() - matcher.start()),
        "`" + matcher.group() + "` is not an operator of conditions",
        instead);
    return true;
  }

  private static String words(CelIssue issue) {
    String line = Conditions.firstLine(issue.getMessage());
    int expecting = line.indexOf(" expecting");
    return (expecting < 0 ? line : line.substring(0, expecting))
        .replace("'<EOF>'", "the end")
        .replace("<EOF>", "the end");
  }
}
