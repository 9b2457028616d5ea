package org.vigie.reference.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.run.Engine;
import org.vigie.reference.ReferenceAlert;
import org.vigie.reference.ReferenceDetector;
import org.vigie.rules.bundle.Profile;
import org.vigie.rules.bundle.RuleFiles;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.Rulebooks;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.scenario.RuleCase;
import org.vigie.rules.scenario.RuleTests;
import org.vigie.rules.scenario.TestReader;

/**
 * Engine and reference settle the same of every case beside every rule, by all rules together,
 * under the profile of the case.
 */
class RuleCasesTest {
  private static final Path CONFIG = Path.of("..", "..", "config");

  static Stream<Arguments> cases() {
    Diagnostics diagnostics = new Diagnostics();
    RuleFiles files = RuleFiles.of(CONFIG, diagnostics);
    Rulebook book = Rulebooks.read(files, Profile.DEFAULT, diagnostics).orElseThrow();
    Map<String, RuleSet> rules = new HashMap<>();
    List<Arguments> cases = new ArrayList<>();
    for (RuleTests tests : TestReader.read(files.tests(), book, diagnostics)) {
      for (RuleCase one : tests.cases()) {
        cases.add(
            Arguments.of(
                tests.rule() + ": " + one.name(),
                one,
                rules.computeIfAbsent(one.profile(), profile -> rules(files, profile))));
      }
    }
    assertThat(diagnostics.hasErrors()).isFalse();
    return cases.stream();
  }

  private static RuleSet rules(RuleFiles files, String profile) {
    return Rulebooks.read(files, profile, new Diagnostics()).orElseThrow().ruleSet();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void settlesWhatTheReferenceSettles(String name, RuleCase one, RuleSet rules) {
    Engine engine = new Engine(rules);
    engine.accept(one.events());
    engine.advanceTo(one.endMs());
    List<ReferenceAlert> expected =
        SettledView.ofReference(new ReferenceDetector(rules).settle(one.events(), one.endMs()));

    assertThat(Property.difference(expected, SettledView.ofEngine(engine.settled())))
        .as(name)
        .isEmpty();
  }
}
