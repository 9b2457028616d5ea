package org.vigie.rules.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.core.rule.Rule;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.cost.RuleCost;

/** Which rules read a rule's, a feature's or a guard's numbers, and their cases. */
final class Readers {
  /** Those at the bars first: they are the most likely to fail, and one is enough. */
  private static final List<RuleCase.Kind> LIKELIEST_FIRST =
      List.of(
          RuleCase.Kind.BOUNDARY,
          RuleCase.Kind.COOL_DOWN,
          RuleCase.Kind.FIRES,
          RuleCase.Kind.QUIET,
          RuleCase.Kind.LATE,
          RuleCase.Kind.DUPLICATE,
          RuleCase.Kind.EVASION,
          RuleCase.Kind.LOOK_ALIKE);

  private final Map<String, Set<String>> rulesOf = new HashMap<>();
  private final List<RuleTests> tests;

  Readers(Rulebook book, List<RuleTests> tests) {
    this.tests = tests;
    for (RuleCost cost : RuleCost.of(book)) {
      Rule rule = book.rule(cost.rule()).orElseThrow().rule();
      reads(rule.id(), "rule " + rule.id());
      cost.features().forEach(feature -> reads(rule.id(), "feature " + feature));
      rule.guards().forEach(guard -> reads(rule.id(), "guard " + guard));
    }
  }

  private void reads(String rule, String owner) {
    rulesOf.computeIfAbsent(owner, key -> new TreeSet<>()).add(rule);
  }

  /** The cases of all rules that read a threshold, in the order in which to try them. */
  List<Case> cases(ThresholdsTest.Step step) {
    Set<String> rules = rulesOf.getOrDefault(step.owner(), Set.of());
    List<Case> cases = new ArrayList<>();
    for (RuleCase.Kind kind : LIKELIEST_FIRST) {
      for (RuleTests ofRule : tests) {
        if (rules.contains(ofRule.rule())) {
          ofRule.cases().stream()
              .filter(ruleCase -> ruleCase.kind() == kind)
              .forEach(ruleCase -> cases.add(new Case(ofRule.rule(), ruleCase)));
        }
      }
    }
    return cases;
  }

  /** A case of a rule. */
  record Case(String rule, RuleCase ruleCase) {}
}
