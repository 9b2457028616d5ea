package org.vigie.detection.rules;

import java.util.List;
import org.vigie.core.rule.RuleSet;
import org.vigie.rules.bundle.ShippedRules;

/** The rule sets that ship inside the job, by name, so that the first event already meets them. */
public final class BuiltInRules {
  /** The live rules of {@code config/rules} under the default profile. */
  public static final String SHIPPED = "shipped";

  private BuiltInRules() {}

  /** Their names. */
  public static List<String> names() {
    return List.of(SHIPPED);
  }

  /** The rule set of a bundle. */
  public static RuleSet ruleSet(RuleBundle bundle) {
    return ShippedRules.ruleSet().effectiveFrom(bundle.effectiveFromMs());
  }
}
