package org.vigie.rules.bundle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;

/**
 * Everything in a folder of rules under one profile: checked, and ready to judge.
 *
 * @param rules in the order of their ids
 * @param profiles all that were read
 * @param bundle {@code sha256:} and the digest of the content; names it in alerts
 */
public record Rulebook(
    List<WrittenRule> rules,
    Declarations declarations,
    Profile profile,
    List<Profile> profiles,
    String bundle) {
  public Rulebook {
    rules = List.copyOf(rules);
    profiles = List.copyOf(profiles);
  }

  /** The live rules, in force from the beginning of time. */
  public RuleSet ruleSet() {
    return ruleSet(
        rules.stream()
            .filter(rule -> rule.mode() == WrittenRule.Mode.LIVE)
            .map(WrittenRule::rule)
            .toList());
  }

  /** Some of its rules, whatever their mode. */
  public RuleSet ruleSet(List<Rule> chosen) {
    return new RuleSet(
        declarations.featureList(),
        declarations.guardList(),
        chosen,
        profile.ages(),
        Long.MIN_VALUE,
        Set.of(),
        bundle);
  }

  /** A rule by its id. */
  public Optional<WrittenRule> rule(String id) {
    return rules.stream().filter(rule -> rule.rule().id().equals(id)).findFirst();
  }
}
