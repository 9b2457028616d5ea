package org.vigie.rules.bundle;

import org.vigie.core.rule.Texts;
import org.vigie.core.rule.Texts.Bilingual;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;

/** Takes from the file of a rule what people read about it. */
final class RuleTexts {
  private RuleTexts() {}

  static Texts of(YamlMap file) {
    return new Texts(
        bilingual(file.map("explanation")),
        bilingual(file.map("would_clear")),
        file.list("false_positives").stream().map(RuleTexts::bilingual).toList(),
        file.texts("blind_spots"),
        file.text("runbook"));
  }

  private static Bilingual bilingual(YamlNode node) {
    YamlMap map = (YamlMap) node;
    return new Bilingual(map.text("en").strip(), map.text("fr").strip());
  }
}
