package org.vigie.cli.alert;

import java.util.Optional;
import org.vigie.alert.Finding;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Texts.Bilingual;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.ShippedRules;

/** Knows rules, and what they read, beyond what alerts say of them. */
@FunctionalInterface
public interface RuleLore {
  /** Nothing is known of any rule. */
  RuleLore NONE = finding -> Optional.empty();

  /** The rule that made a finding, in its version; empty if it is not known. */
  Optional<Rule> of(Finding finding);

  /** What a feature is called; empty if that is not known. */
  default Optional<Bilingual> feature(String name) {
    return Optional.empty();
  }

  /** What a guard is called; empty if that is not known. */
  default Optional<Bilingual> guard(String name) {
    return Optional.empty();
  }

  /** Whether a feature is either true or not, so that its number says nothing to a reader. */
  default boolean isFlag(String feature) {
    return false;
  }

  /** Knows the rules that ship with this version. */
  static RuleLore shipped() {
    return of(ShippedRules.rulebook());
  }

  /** Knows the rules of a book, with the bars of its profile. */
  static RuleLore of(Rulebook book) {
    return new BookLore(book);
  }
}
