package org.vigie.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.cli.evaluate.Variant.Sweep;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;
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
  void takesEachKindOfEvidenceAwayOnce() {
    List<Variant> variants = Variant.of(EnumSet.of(Sweep.FAMILIES), WORLD, SHIPPED);

    assertThat(variants)
        .extracting(Variant::label)
        .containsExactly(
            "as it is",
            "without contact graph",
            "without stage signals",
            "without target reaction",
            "without identity",
            "without place",
            "without media",
            "without payment");
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void comparesNothingWithAKindOfEvidenceThatIsUnknown(Family family) {
    RuleSet without = new RulesUnseeing(SHIPPED, family).ruleSets().get(0);
    Set<String> unknown =
        without.features().stream()
            .filter(feature -> feature.families().contains(family))
            .map(Feature::id)
            .collect(Collectors.toSet());

    assertThat(without.rules()).isNotEmpty();
    assertThat(without.rules())
        .allSatisfy(
            rule -> {
              assertThat(compared(rule)).doesNotContainAnyElementsOf(unknown);
              assertThat(rule.forEachCode()).allMatch(code -> Family.of(code) != family);
            });
    assertThat(without.features())
        .filteredOn(feature -> without.rules().stream().anyMatch(rule -> reads(rule, feature)))
        .extracting(Feature::measure)
        .filteredOn(Measure.Hits.class::isInstance)
        .isNotEmpty()
        .flatExtracting(hits -> ((Measure.Hits) hits).signs().codes())
        .noneMatch(code -> Family.of(code) == family);
  }

  @Test
  void leavesOutRulesThatCannotFireAndKeepsTheOthers() {
    List<String> left =
        new RulesUnseeing(SHIPPED, Family.STAGE_SIGNALS)
            .ruleSets().get(0).rules().stream().map(Rule::id).toList();

    assertThat(left).contains("G1", "G3", "G5", "S5", "M1", "B1", "B2");
    assertThat(left).doesNotContain("G7", "R1", "R2", "R3", "S1");
  }

  @Test
  void turnsWhatIsUnknownIntoWhatNeverFiresUnderANegationToo() {
    Feature known = feature("known", Family.PLACE);
    Feature unknown = feature("unknown", Family.MEDIA);
    Condition seen = Condition.atLeast("known", 1);
    Condition unseen = Condition.atLeast("unknown", 1);

    assertThat(left(unseen, known, unknown)).isEmpty();
    assertThat(left(new Condition.Not(unseen), known, unknown)).isEmpty();
    assertThat(left(Condition.all(seen, unseen), known, unknown)).isEmpty();
    assertThat(left(Condition.any(seen, unseen), known, unknown))
        .containsExactly(Condition.any(seen));
    assertThat(left(new Condition.Not(Condition.all(seen, unseen)), known, unknown))
        .containsExactly(new Condition.Not(Condition.all(seen, Condition.ALWAYS)));
  }

  private static List<Condition> left(Condition when, Feature... features) {
    Rule shipped = ShippedRules.ruleSet().rules().get(0);
    Rule rule =
        new Rule(
            "X1",
            1,
            shipped.harm(),
            Scope.ACCOUNT,
            when,
            shipped.claims(),
            List.of(),
            0,
            false,
            false,
            shipped.texts(),
            Set.of(),
            shipped.subjectRole());
    RuleSet rules =
        new RuleSet(List.of(features), List.of(), List.of(rule), ShippedRules.ruleSet().ages(), 0L);
    return new RulesUnseeing(() -> List.of(rules), Family.MEDIA)
        .ruleSets().get(0).rules().stream().map(Rule::when).toList();
  }

  private static Feature feature(String id, Family family) {
    Measure count = new Measure.Count(Table.NEW_CONTACTS, Condition.ALWAYS);
    return new Feature(id, Scope.ACCOUNT, count, 1, Set.of(family), false);
  }

  private static boolean reads(Rule rule, Feature feature) {
    return compared(rule).contains(feature.id());
  }

  private static Set<String> compared(Rule rule) {
    Set<String> names = new HashSet<>();
    compared(rule.when(), names);
    rule.claims().forEach(claim -> compared(claim.when(), names));
    return names;
  }

  private static void compared(Condition condition, Set<String> names) {
    if (condition instanceof Condition.Compare compare) {
      names.add(compare.name());
    } else if (condition instanceof Condition.Not not) {
      compared(not.of(), names);
    } else if (condition instanceof Condition.All all) {
      all.of().forEach(one -> compared(one, names));
    } else {
      ((Condition.Any) condition).of().forEach(one -> compared(one, names));
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
