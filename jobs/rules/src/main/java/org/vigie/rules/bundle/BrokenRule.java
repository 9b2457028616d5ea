package org.vigie.rules.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.vigie.rules.cel.Conditions;
import org.vigie.rules.cel.Names;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.yaml.YamlList;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;
import org.vigie.rules.yaml.YamlScalar;

/**
 * Tells of a rule whose form is wrong, or which refers to what is, what else is wrong with it: its
 * conditions and guards. So an author mends all of it at once, and not the form first.
 */
final class BrokenRule {
  private final Declarations declared;
  private final DoubtfulNames doubtful;
  private final Diagnostics diagnostics;

  BrokenRule(Declarations declared, DoubtfulNames doubtful, Diagnostics diagnostics) {
    this.declared = declared;
    this.doubtful = doubtful;
    this.diagnostics = diagnostics;
  }

  void check(YamlMap file) {
    Conditions conditions = new Conditions(new Names("features", declared.types(), params(file)));
    compile(file, "where", conditions);
    compile(file, "when", conditions);
    for (YamlNode claim : items(file, "severity")) {
      if (claim instanceof YamlMap map) {
        compile(map, "when", conditions);
      }
    }
    checkNames(file);
  }

  /** Names that are not declared at all, where the conditions can't be understood yet. */
  void checkNames(YamlMap file) {
    for (YamlNode guard : items(file, "guards")) {
      if (guard instanceof YamlScalar scalar
          && !declared.guards().containsKey(scalar.text())
          && !doubtful.has(scalar.text())) {
        diagnostics.unknown(
            DiagnosticCode.UNKNOWN_GUARD,
            scalar.place(),
            "no guard is called " + scalar.text(),
            scalar.text(),
            declared.guards().keySet());
      }
    }
    if (file.get("explanation").orElse(null) instanceof YamlMap texts) {
      for (YamlNode text : texts.fields().values()) {
        if (text instanceof YamlScalar scalar) {
          checkPlaceholders(scalar);
        }
      }
    }
  }

  private void checkPlaceholders(YamlScalar text) {
    Matcher matcher = RuleReader.PLACEHOLDER.matcher(text.text());
    while (matcher.find()) {
      String name = matcher.group(1).replaceFirst("\\.threshold$", "");
      boolean isKnown = declared.features().containsKey(name) || doubtful.has(name);
      if (!isKnown && !name.equals(RuleReader.CODE)) {
        diagnostics.unknown(
            DiagnosticCode.UNKNOWN_PLACEHOLDER,
            text.place(matcher.start(), matcher.group().length()),
            "no feature is called " + name,
            name,
            declared.features().keySet());
      }
    }
  }

  private void compile(YamlMap map, String field, Conditions conditions) {
    Optional<YamlNode> node = map.get(field);
    if (node.isPresent()
        && node.get() instanceof YamlScalar text
        && !text.text().isBlank()
        && !doubtful.areIn(text)) {
      conditions.compile(text, diagnostics);
    }
  }

  private static Map<String, String> params(YamlMap file) {
    Map<String, String> params = new LinkedHashMap<>();
    if (file.get("params").orElse(null) instanceof YamlMap map) {
      map.fields()
          .forEach(
              (name, value) ->
                  params.put(name, value instanceof YamlScalar scalar ? number(scalar) : "0"));
    }
    return params;
  }

  /** What is no number is told by the form; here it must only be one. */
  private static String number(YamlScalar scalar) {
    return scalar.text().matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?") ? scalar.text() : "0";
  }

  private static List<YamlNode> items(YamlMap file, String field) {
    return file.get(field).orElse(null) instanceof YamlList list ? list.items() : List.of();
  }
}
