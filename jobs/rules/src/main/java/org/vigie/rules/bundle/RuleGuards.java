package org.vigie.rules.bundle;

import java.util.Collection;
import java.util.function.Function;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Scope;
import org.vigie.rules.cel.ConditionText;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;
import org.vigie.rules.yaml.YamlScalar;

/** Tells guards that a rule names and that could not lower it. */
final class RuleGuards {
  private final Declarations declared;
  private final Function<String, Feature> features;
  private final Diagnostics diagnostics;

  RuleGuards(Declarations declared, Function<String, Feature> features, Diagnostics diagnostics) {
    this.declared = declared;
    this.features = features;
    this.diagnostics = diagnostics;
  }

  /**
   * Checks the guards of a rule.
   *
   * @param scope what the rule judges
   * @param read the features that its conditions compare
   */
  void check(YamlMap file, Scope scope, Collection<String> read) {
    // A rule of stages is judged of a pair as it is kept by its stages, where signs are not known.
    boolean withoutSigns =
        scope == Scope.PAIR && read.stream().noneMatch(name -> needsSigns(name, true));
    for (YamlNode node : file.list("guards")) {
      String name = ((YamlScalar) node).text();
      DeclaredGuard guard = declared.guards().get(name);
      if (guard == null) {
        diagnostics.unknown(
            DiagnosticCode.UNKNOWN_GUARD,
            node.place(),
            "no guard is called " + name,
            name,
            declared.guards().keySet());
      } else if (!Scopes.reaches(scope, guard.scope())) {
        diagnostics.add(
            DiagnosticCode.GUARD_OUT_OF_REACH,
            node.place(),
            name + " is " + Scopes.words(guard.scope()) + ", the rule " + Scopes.words(scope));
      } else if (withoutSigns) {
        hasEffect(node, guard);
      }
    }
    if (file.text("never_silenced", "false").equals("true") && !file.list("guards").isEmpty()) {
      diagnostics.add(
          DiagnosticCode.GUARDED_NEVER_SILENCED,
          file.keyPlace("guards"),
          "never_silenced is true, and there are guards");
    }
  }

  private void hasEffect(YamlNode node, DeclaredGuard guard) {
    ConditionText.names(guard.guard().when()).stream()
        .filter(name -> needsSigns(name, false))
        .findFirst()
        .ifPresent(
            name ->
                diagnostics.add(
                    DiagnosticCode.GUARD_WITHOUT_EFFECT,
                    node.place(),
                    guard.guard().name()
                        + " reads the signs of a pair ("
                        + name
                        + "), and the rule reads stages only"));
  }

  /**
   * Whether a feature is not known where a pair is kept by its stages.
   *
   * @param overPairs whether what is counted over an account's pairs is looked into: that makes a
   *     rule one of signs, while it is known of the account everywhere
   */
  private boolean needsSigns(String name, boolean overPairs) {
    Measure measure = features.apply(name).measure();
    if (measure instanceof Measure.Known known) {
      return known.attribute().isKeptWithSigns();
    }
    if (measure instanceof Measure.Pairs pairs) {
      return overPairs
          && ConditionText.names(pairs.where()).stream().anyMatch(part -> needsSigns(part, true));
    }
    if (measure instanceof Measure.Ratio ratio) {
      return needsSigns(ratio.numerator(), overPairs) || needsSigns(ratio.denominator(), overPairs);
    }
    return measure instanceof Measure.Hits;
  }
}
