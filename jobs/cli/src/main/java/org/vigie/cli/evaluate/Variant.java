package org.vigie.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.RuleSet;
import org.vigie.detection.rules.KnownRules;
import org.vigie.simulator.score.VariantScore.Kind;
import org.vigie.simulator.world.WorldSettings;

/**
 * A world and rules of which one thing was changed.
 *
 * @param name how, in a word
 */
record Variant(Kind kind, String name, WorldSettings world, KnownRules rules) {
  private static final List<Double> AGE_NOISE = List.of(0.1, 0.2, 0.3, 0.4);

  /** What is to be varied. */
  enum Sweep {
    GUARDS,
    FAMILIES,
    AGE_NOISE
  }

  /** As it is first, then one a change. */
  static List<Variant> of(Set<Sweep> sweeps, WorldSettings world, KnownRules rules) {
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant(Kind.AS_IT_IS, "as it is", world, rules));
    if (sweeps.contains(Sweep.GUARDS)) {
      Set<String> guards = guards(rules);
      for (String guard : guards) {
        variants.add(
            new Variant(Kind.WITHOUT_GUARD, guard, world, new RulesWithout(rules, Set.of(guard))));
      }
      variants.add(
          new Variant(Kind.WITHOUT_GUARD, "any guard", world, new RulesWithout(rules, guards)));
    }
    if (sweeps.contains(Sweep.FAMILIES)) {
      for (Family family : Family.values()) {
        String name = family.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        variants.add(
            new Variant(Kind.WITHOUT_FAMILY, name, world, new RulesUnseeing(rules, family)));
      }
    }
    if (sweeps.contains(Sweep.AGE_NOISE)) {
      for (double noise : AGE_NOISE) {
        String name = String.format(Locale.ROOT, "%.0f %%", noise * 100);
        variants.add(new Variant(Kind.AGE_NOISE, name, world.withAgeNoise(noise), rules));
      }
    }
    return variants;
  }

  /** Guards that some rule has. */
  private static Set<String> guards(KnownRules rules) {
    Set<String> guards = new TreeSet<>();
    for (RuleSet ruleSet : rules.ruleSets()) {
      ruleSet.rules().forEach(rule -> guards.addAll(rule.guards()));
    }
    return guards;
  }

  /** As people say it. */
  String label() {
    return switch (kind) {
      case AS_IT_IS -> name;
      case WITHOUT_GUARD, WITHOUT_FAMILY -> "without " + name;
      case AGE_NOISE -> "ages " + name + " wrong";
    };
  }
}
