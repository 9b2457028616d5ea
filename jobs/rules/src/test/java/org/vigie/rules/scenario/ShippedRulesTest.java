package org.vigie.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.core.rule.Rule;
import org.vigie.rules.bundle.Declarations;
import org.vigie.rules.bundle.Profile;
import org.vigie.rules.bundle.RuleFiles;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.Rulebooks;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.rules.bundle.WrittenRule;
import org.vigie.rules.cel.ConditionText;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.Diagnostics;

/** The gate: every rule of {@code config} passes the check and its own tests. */
class ShippedRulesTest {
  private static final Path CONFIG = Path.of("..", "..", "config");

  @Test
  void passTheCheckAndTheirTests() {
    Diagnostics diagnostics = new Diagnostics();
    RuleFiles files = RuleFiles.of(CONFIG, diagnostics);
    Rulebook book = Rulebooks.read(files, Profile.DEFAULT, diagnostics).orElseThrow();

    RuleTestReport report = RuleTestRun.run(files, book, List.of(), diagnostics);

    assertThat(report.failed().stream().map(RuleTestReport::lines)).isEmpty();
    assertThat(report.notCovered()).isEmpty();
    assertThat(diagnostics.all().stream().map(Diagnostic::lines)).isEmpty();
  }

  /** A reviewer reads what was measured, in words and not in the names of features. */
  @Test
  void haveALabelForEachFeatureAndGuardThatAlertsShow() {
    Declarations declared = ShippedRules.rulebook().declarations();
    Set<String> unlabelled = new TreeSet<>();
    for (WrittenRule written : ShippedRules.rulebook().rules()) {
      Rule rule = written.rule();
      List<String> shown = new ArrayList<>(ConditionText.names(rule.when()));
      rule.claims().forEach(claim -> shown.addAll(ConditionText.names(claim.when())));
      shown.removeIf(name -> declared.featureLabel(name).isPresent());
      unlabelled.addAll(shown);
    }
    declared.guards().keySet().stream()
        .filter(name -> declared.guardLabel(name).isEmpty())
        .forEach(unlabelled::add);

    assertThat(unlabelled).isEmpty();
  }

  @Test
  void shipInTheJarAsTheyAreInTheFolder() {
    Diagnostics diagnostics = new Diagnostics();
    RuleFiles files = RuleFiles.of(CONFIG, diagnostics);
    Rulebook book = Rulebooks.read(files, Profile.DEFAULT, diagnostics).orElseThrow();

    assertThat(ShippedRules.rulebook().bundle()).isEqualTo(book.bundle());
    assertThat(ShippedRules.ruleSet()).isEqualTo(book.ruleSet());
  }
}
