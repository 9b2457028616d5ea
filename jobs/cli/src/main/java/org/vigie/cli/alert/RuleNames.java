package org.vigie.cli.alert;

import java.util.Optional;
import org.vigie.cli.console.Printable;
import org.vigie.core.rule.Texts.Bilingual;

/** What features and guards are called in a language: by their label, else by their name. */
final class RuleNames {
  private final Words words;
  private final RuleLore lore;

  RuleNames(Words words, RuleLore lore) {
    this.words = words;
    this.lore = lore;
  }

  String feature(String name) {
    return said(name, lore.feature(name));
  }

  String guard(String name) {
    return said(name, lore.guard(name));
  }

  /** Whether the name says it all. */
  boolean isFlag(String name) {
    return lore.isFlag(name);
  }

  private String said(String name, Optional<Bilingual> label) {
    return Printable.of(label.map(this::in).orElse(name));
  }

  private String in(Bilingual text) {
    return switch (words.language()) {
      case EN -> text.en();
      case FR -> text.fr();
    };
  }
}
