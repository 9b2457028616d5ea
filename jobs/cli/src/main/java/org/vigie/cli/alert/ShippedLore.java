package org.vigie.cli.alert;

import java.util.Optional;
import org.vigie.alert.Finding;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Texts.Bilingual;
import org.vigie.core.rule.ValueType;
import org.vigie.rules.bundle.DeclaredFeature;
import org.vigie.rules.bundle.DeclaredGuard;
import org.vigie.rules.bundle.ShippedRules;

/** The rules, features and guards that ship with this version. */
final class ShippedLore implements RuleLore {
  @Override
  public Optional<Rule> of(Finding finding) {
    return ShippedRules.rulebook()
        .rule(finding.getRule())
        .map(written -> written.rule())
        .filter(rule -> rule.version() == finding.getVersion());
  }

  @Override
  public Optional<Bilingual> feature(String name) {
    return ShippedRules.rulebook().declarations().featureLabel(name);
  }

  @Override
  public Optional<Bilingual> guard(String name) {
    return ShippedRules.rulebook().declarations().guardLabel(name);
  }

  @Override
  public boolean isFlag(String name) {
    DeclaredGuard guard = ShippedRules.rulebook().declarations().guards().get(name);
    String feature = guard == null ? name : guard.guard().feature();
    DeclaredFeature declared = ShippedRules.rulebook().declarations().features().get(feature);
    return declared != null && declared.type() == ValueType.FLAG;
  }
}
