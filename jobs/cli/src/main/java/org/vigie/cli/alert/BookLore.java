package org.vigie.cli.alert;

import java.util.Optional;
import org.vigie.alert.Finding;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Texts.Bilingual;
import org.vigie.core.rule.ValueType;
import org.vigie.rules.bundle.DeclaredFeature;
import org.vigie.rules.bundle.DeclaredGuard;
import org.vigie.rules.bundle.Rulebook;

/** The rules, features and guards of one rulebook. */
final class BookLore implements RuleLore {
  private final Rulebook book;

  BookLore(Rulebook book) {
    this.book = book;
  }

  @Override
  public Optional<Rule> of(Finding finding) {
    return book.rule(finding.getRule())
        .map(written -> written.rule())
        .filter(rule -> rule.version() == finding.getVersion());
  }

  @Override
  public Optional<Bilingual> feature(String name) {
    return book.declarations().featureLabel(name);
  }

  @Override
  public Optional<Bilingual> guard(String name) {
    return book.declarations().guardLabel(name);
  }

  @Override
  public boolean isFlag(String name) {
    DeclaredGuard guard = book.declarations().guards().get(name);
    String feature = guard == null ? name : guard.guard().feature();
    DeclaredFeature declared = book.declarations().features().get(feature);
    return declared != null && declared.type() == ValueType.FLAG;
  }
}
