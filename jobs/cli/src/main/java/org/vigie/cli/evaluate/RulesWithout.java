package org.vigie.cli.evaluate;

import java.util.List;
import java.util.Set;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.detection.rules.KnownRules;

/** The rules that ship, compiled without some of their guards. */
final class RulesWithout implements KnownRules {
  private static final long serialVersionUID = 1L;

  private final KnownRules whole;
  private final Set<String> guards;

  /** Rules without guards of these names. */
  RulesWithout(KnownRules whole, Set<String> guards) {
    this.whole = whole;
    this.guards = Set.copyOf(guards);
  }

  @Override
  public List<RuleSet> ruleSets() {
    return whole.ruleSets().stream().map(this::without).toList();
  }

  private RuleSet without(RuleSet rules) {
    return new RuleSet(
            rules.features(),
            rules.guards(),
            rules.rules().stream().map(this::without).toList(),
            rules.ages(),
            rules.effectiveFromMs())
        .forCommunities(rules.communities());
  }

  private Rule without(Rule rule) {
    return new Rule(
        rule.id(),
        rule.version(),
        rule.harm(),
        rule.scope(),
        rule.when(),
        rule.claims(),
        rule.guards().stream().filter(guard -> !guards.contains(guard)).toList(),
        rule.cooldownMs(),
        rule.neverSilenced(),
        rule.warnsOfMeetings(),
        rule.texts(),
        rule.forEachCode(),
        rule.subjectRole());
  }
}
