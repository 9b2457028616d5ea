package org.vigie.cli.alert;

import java.util.Optional;
import org.vigie.alert.Finding;
import org.vigie.core.rule.Rule;
import org.vigie.rules.bundle.ShippedRules;

/** Knows rules beyond what alerts say of them. */
@FunctionalInterface
public interface RuleLore {
  /** Nothing is known of any rule. */
  RuleLore NONE = finding -> Optional.empty();

  /** The rule that made a finding, in its version; empty if it is not known. */
  Optional<Rule> of(Finding finding);

  /** Knows the rules that ship with this version. */
  static RuleLore shipped() {
    return finding ->
        ShippedRules.rulebook()
            .rule(finding.getRule())
            .map(written -> written.rule())
            .filter(rule -> rule.version() == finding.getVersion());
  }
}
