package org.vigie.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Scope;
import org.vigie.rules.bundle.ShippedRules;

class QuietRulesTest {
  private static final RuleSet BASE = ShippedRules.ruleSet();

  @Test
  void addsSoManyRulesOverTheSameFeaturesAndNoTwoAlike() {
    RuleSet more = QuietRules.added(BASE, 100);
    assertThat(more.features()).isEqualTo(BASE.features());
    assertThat(more.rules()).startsWith(BASE.rules().toArray(Rule[]::new));
    List<Rule> added = more.rules().subList(BASE.rules().size(), more.rules().size());
    assertThat(added).hasSize(100);
    assertThat(added.stream().map(Rule::when).distinct().toList()).hasSize(100);
    assertThat(added.stream().map(Rule::scope).filter(Scope.ACCOUNT::equals)).hasSize(60);
    assertThat(added.stream().map(Rule::scope).filter(Scope.PAIR::equals)).hasSize(30);
    assertThat(added.stream().map(Rule::scope).filter(Scope.LINK::equals)).hasSize(10);
  }

  @Test
  void noneIsAlwaysTrue() {
    assertThat(QuietRules.added(BASE, 10).rules())
        .noneMatch(rule -> rule.when().equals(Condition.ALWAYS));
  }
}
