package org.vigie.rules.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.core.alert.Alert;
import org.vigie.core.judge.Truth;
import org.vigie.core.judge.Verdict;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Rule;
import org.vigie.rules.cel.ConditionText;

/**
 * What the cases of each rule showed: every clause both ways, every claim made, every guard
 * applied.
 */
final class Coverage {
  private final Map<String, Boolean> shown = new LinkedHashMap<>();

  void add(Rule rule, CaseTrace trace, List<Alert> revisions, ConditionText conditions) {
    for (Condition clause : ConditionText.clauses(rule.when())) {
      String text = rule.id() + ": " + conditions.of(clause);
      shown.putIfAbsent(text + " is never true", false);
      shown.putIfAbsent(text + " is never false or unknown", false);
    }
    for (CaseTrace.Judgement judgement : trace.judgements()) {
      for (CaseTrace.Clause clause : judgement.clauses()) {
        String text = rule.id() + ": " + conditions.of(clause.clause());
        boolean isTrue = clause.truth() == Truth.TRUE;
        shown.put(text + (isTrue ? " is never true" : " is never false or unknown"), true);
      }
    }
    for (Claim claim : rule.claims()) {
      shown.putIfAbsent(claimed(rule, claim.severity().name()), false);
    }
    rule.guards().forEach(guard -> shown.putIfAbsent(guarded(rule, guard), false));
    revisions.forEach(revision -> findings(rule, revision));
  }

  private void findings(Rule rule, Alert revision) {
    for (Alert.ExplainedFinding finding : revision.findings()) {
      if (finding.finding().rule().equals(rule.id())) {
        Verdict verdict = finding.finding().verdict();
        shown.put(claimed(rule, verdict.claim().name()), true);
        verdict.guards().stream()
            .filter(guard -> guard.effect() > 0)
            .forEach(guard -> shown.put(guarded(rule, guard.name()), true));
      }
    }
  }

  private static String claimed(Rule rule, String severity) {
    return rule.id() + ": " + severity + " is never claimed";
  }

  private static String guarded(Rule rule, String guard) {
    return rule.id() + ": guard " + guard + " never applies";
  }

  /** What was never shown. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    shown.forEach(
        (text, isShown) -> {
          if (!isShown) {
            lines.add(text);
          }
        });
    return lines;
  }

  /** Whole percent of what could be shown; 100 of nothing. */
  int percent() {
    long seen = shown.values().stream().filter(isShown -> isShown).count();
    return shown.isEmpty() ? 100 : (int) (100 * seen / shown.size());
  }
}
