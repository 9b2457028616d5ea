package org.vigie.rules.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.core.alert.Alert;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.run.Engine;
import org.vigie.rules.bundle.RuleFiles;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.Rulebooks;
import org.vigie.rules.bundle.WrittenRule;
import org.vigie.rules.cel.ConditionText;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;

/** Runs the tests of rules through the engine, in virtual time. */
public final class RuleTestRun {
  private final RuleFiles files;
  private final Map<String, Rulebook> books = new HashMap<>();
  private final Coverage coverage = new Coverage();

  private RuleTestRun(RuleFiles files, Rulebook book) {
    this.files = files;
    books.put(book.profile().id(), book);
  }

  /**
   * Runs the tests that stand beside the rules of a book.
   *
   * @param only ids of rules; none for all
   * @param diagnostics takes what is wrong with the tests themselves, failed cases included
   */
  public static RuleTestReport run(
      RuleFiles files, Rulebook book, List<String> only, Diagnostics diagnostics) {
    List<RuleTests> tests = TestReader.read(files.tests(), book, diagnostics);
    RuleTestRun run = new RuleTestRun(files, book);
    List<CaseOutcome> outcomes = new ArrayList<>();
    for (RuleTests ofRule : tests) {
      if (only.isEmpty() || only.contains(ofRule.rule())) {
        for (RuleCase ruleCase : ofRule.cases()) {
          outcomes.add(run.run(ofRule.rule(), ruleCase, diagnostics));
        }
      }
    }
    return new RuleTestReport(outcomes, run.coverage.lines(), run.coverage.percent());
  }

  private CaseOutcome run(String id, RuleCase ruleCase, Diagnostics diagnostics) {
    Optional<Rulebook> book = book(ruleCase, diagnostics);
    if (book.isEmpty()) {
      return new CaseOutcome(
          id, ruleCase, List.of(), List.of("there is no profile " + ruleCase.profile()), List.of());
    }
    WrittenRule rule = book.get().rule(id).orElseThrow();
    CaseTrace trace = new CaseTrace(id);
    Engine engine = new Engine(rules(book.get(), rule.rule(), ruleCase), trace);
    engine.accept(ruleCase.events());
    engine.advanceTo(ruleCase.endMs());
    List<Alert> revisions = engine.settled();
    ConditionText conditions = new ConditionText(book.get().declarations().types()::get);
    coverage.add(rule.rule(), trace, revisions, conditions);
    List<String> mismatches = Comparison.of(ruleCase.expected(), revisions);
    List<String> story =
        mismatches.isEmpty() ? List.of() : new CaseStory(conditions).of(ruleCase, revisions, trace);
    mismatches.forEach(
        mismatch ->
            diagnostics.add(
                DiagnosticCode.CASE_FAILED,
                ruleCase.place(),
                id + ", " + ruleCase.name() + ": " + mismatch));
    return new CaseOutcome(id, ruleCase, revisions, mismatches, story);
  }

  /** The rule alone, or, where nothing is to come, all rules of its harm. */
  static RuleSet rules(Rulebook book, Rule rule, RuleCase ruleCase) {
    if (ruleCase.expected().nothingAbove().isEmpty()) {
      return book.ruleSet(List.of(rule));
    }
    return book.ruleSet(
        book.rules().stream()
            .map(WrittenRule::rule)
            .filter(other -> other.harm() == rule.harm())
            .toList());
  }

  private Optional<Rulebook> book(RuleCase ruleCase, Diagnostics diagnostics) {
    Rulebook known = books.get(ruleCase.profile());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Rulebook> read = Rulebooks.read(files, ruleCase.profile(), diagnostics);
    read.ifPresent(book -> books.put(ruleCase.profile(), book));
    return read;
  }
}
