package org.vigie.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.cli.evaluate.Variant.Sweep;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.detection.rules.KnownRules;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.simulator.score.VariantScore.Kind;
import org.vigie.simulator.world.WorldSettings;

final class VariantTest {
  private static final KnownRules SHIPPED = () -> List.of(ShippedRules.ruleSet());
  private static final WorldSettings WORLD = WorldSettings.of(200, 10, 7);

  @Test
  void takesEachGuardAwayOnceAndAtLastAll() {
    List<Variant> variants = Variant.of(EnumSet.of(Sweep.GUARDS), WORLD, SHIPPED);
    List<Rule> rules = ShippedRules.ruleSet().rules();

    assertThat(variants.get(0).kind()).isEqualTo(Kind.AS_IT_IS);
    assertThat(variants.get(0).rules()).isSameAs(SHIPPED);
    assertThat(variants)
        .filteredOn(one -> one.kind() == Kind.WITHOUT_GUARD)
        .extracting(Variant::name)
        .contains("tenure", "closure", "household", "any guard")
        .doesNotHaveDuplicates();
    assertThat(rulesOf(variants.get(variants.size() - 1)))
        .hasSameSizeAs(rules)
        .allSatisfy(rule -> assertThat(rule.guards()).isEmpty());
  }

  @Test
  void changesNothingOfARuleButTheGuard() {
    List<Rule> rules = ShippedRules.ruleSet().rules();
    RuleSet without = new RulesWithout(SHIPPED, Set.of("tenure")).ruleSets().get(0);

    assertThat(rules).anyMatch(rule -> rule.guards().contains("tenure"));
    assertThat(without.bundle()).isNotEqualTo(ShippedRules.ruleSet().bundle());
    for (int at = 0; at < rules.size(); at++) {
      Rule left = without.rules().get(at);
      List<String> guards =
          rules.get(at).guards().stream().filter(guard -> !guard.equals("tenure")).toList();
      assertThat(left.guards()).isEqualTo(guards);
      assertThat(left).usingRecursiveComparison().ignoringFields("guards").isEqualTo(rules.get(at));
    }
  }

  @Test
  void saysMoreAndMoreAgesWrongOfTheSamePeople() {
    List<Variant> variants = Variant.of(EnumSet.of(Sweep.AGE_NOISE), WORLD, SHIPPED);

    assertThat(variants)
        .extracting(one -> one.world().ageNoise())
        .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4);
    assertThat(variants).extracting(one -> one.world().seed()).containsOnly(7L);
    assertThat(variants.get(2).label()).isEqualTo("ages 20 % wrong");
  }

  private static List<Rule> rulesOf(Variant variant) {
    return variant.rules().ruleSets().get(0).rules();
  }
}
