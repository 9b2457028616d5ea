package org.vigie.rules.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of all cases.
 *
 * @param notCovered what no case showed, a line each
 * @param coveragePercent whole percent of what could be shown
 */
public record RuleTestReport(
    List<CaseOutcome> outcomes, List<String> notCovered, int coveragePercent) {
  public RuleTestReport {
    outcomes = List.copyOf(outcomes);
    notCovered = List.copyOf(notCovered);
  }

  /** Those that came out otherwise. */
  public List<CaseOutcome> failed() {
    return outcomes.stream().filter(outcome -> !outcome.passed()).toList();
  }

  /** A failed case as people read it. */
  public static List<String> lines(CaseOutcome failed) {
    List<String> lines = new ArrayList<>();
    lines.add("FAILED " + failed.rule() + ": " + failed.ruleCase().name());
    lines.add("  " + failed.ruleCase().place().shown() + ", " + failed.ruleCase().kind().word());
    failed.mismatches().forEach(mismatch -> lines.add("  " + mismatch));
    failed.story().forEach(line -> lines.add("    " + line));
    return lines;
  }

  /** A case as names and values, for machines. */
  public static Map<String, Object> fields(CaseOutcome outcome) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", outcome.rule());
    fields.put("case", outcome.ruleCase().name());
    fields.put("kind", outcome.ruleCase().kind().word());
    fields.put("file", outcome.ruleCase().place().file());
    fields.put("line", (long) outcome.ruleCase().place().line());
    fields.put("passed", outcome.passed());
    fields.put("mismatches", outcome.mismatches());
    return fields;
  }

  /** As JUnit XML, a suite a rule. */
  public String junit() {
    Set<String> rules = new LinkedHashSet<>();
    outcomes.forEach(outcome -> rules.add(outcome.rule()));
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for (String rule : rules) {
      List<CaseOutcome> ofRule =
          outcomes.stream().filter(outcome -> outcome.rule().equals(rule)).toList();
      long failures = ofRule.stream().filter(outcome -> !outcome.passed()).count();
      xml.append("  <testsuite name=\"").append(escaped(rule));
      xml.append("\" tests=\"").append(ofRule.size());
      xml.append("\" failures=\"").append(failures).append("\">\n");
      ofRule.forEach(outcome -> testCase(outcome, xml));
      xml.append("  </testsuite>\n");
    }
    return xml.append("</testsuites>\n").toString();
  }

  private static void testCase(CaseOutcome outcome, StringBuilder xml) {
    xml.append("    <testcase classname=\"").append(escaped(outcome.rule()));
    xml.append("\" name=\"").append(escaped(outcome.ruleCase().name())).append('"');
    if (outcome.passed()) {
      xml.append("/>\n");
    } else {
      xml.append(">\n      <failure message=\"").append(escaped(outcome.mismatches().get(0)));
      xml.append("\">").append(escaped(String.join("\n", lines(outcome))));
      xml.append("</failure>\n    </testcase>\n");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
