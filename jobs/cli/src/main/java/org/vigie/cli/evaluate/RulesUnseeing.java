package org.vigie.cli.evaluate;

import java.util.List;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.RuleSet;
import org.vigie.detection.rules.KnownRules;

/** The rules that ship, as they judge where nothing of one kind of evidence is known. */
final class RulesUnseeing implements KnownRules {
  private static final long serialVersionUID = 1L;

  private final KnownRules whole;
  private final Family family;

  /** Rules to which this family is unknown. */
  RulesUnseeing(KnownRules whole, Family family) {
    this.whole = whole;
    this.family = family;
  }

  @Override
  public List<RuleSet> ruleSets() {
    return whole.ruleSets().stream().map(rules -> new UnseenFamily(family, rules).rules()).toList();
  }
}
