package org.vigie.detection.rules;

import java.util.List;
import org.vigie.core.rule.FirstRules;
import org.vigie.core.rule.RuleSet;

/** The rule sets that ship inside the job, by name, so that the first event already meets them. */
public final class BuiltInRules {
  /** G1, G2, A4, M1. */
  public static final String FIRST = "first";

  private BuiltInRules() {}

  /** Their names. */
  public static List<String> names() {
    return List.of(FIRST);
  }

  /** The rule set of a bundle. */
  public static RuleSet ruleSet(RuleBundle bundle) {
    RuleSet rules = FirstRules.ruleSet();
    return new RuleSet(
        rules.features(), rules.guards(), rules.rules(), rules.ages(), bundle.effectiveFromMs());
  }
}
