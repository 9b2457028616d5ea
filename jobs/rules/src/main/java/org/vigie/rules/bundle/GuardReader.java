package org.vigie.rules.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Scope;
import org.vigie.rules.cel.ConditionText;
import org.vigie.rules.cel.Conditions;
import org.vigie.rules.cel.Names;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;

/** Understands guards, after the features are known. */
final class GuardReader {
  private final Declarations declared;
  private final DoubtfulNames doubtful;
  private final Diagnostics diagnostics;
  private final Conditions conditions;

  GuardReader(Declarations declared, DoubtfulNames doubtful, Diagnostics diagnostics) {
    this.declared = declared;
    this.doubtful = doubtful;
    this.diagnostics = diagnostics;
    this.conditions = new Conditions(new Names("features", declared.types(), Map.of()));
  }

  /** Adds the guards of one file. */
  void read(YamlMap file) {
    if (!file.has("guards")) {
      return;
    }
    YamlMap guards = file.map("guards");
    for (Map.Entry<String, YamlNode> entry : guards.fields().entrySet()) {
      String name = entry.getKey();
      if (declared.guards().containsKey(name)) {
        diagnostics.add(
            DiagnosticCode.DUPLICATE_ID,
            guards.keyPlace(name),
            "guard " + name + " exists already");
      } else {
        YamlMap map = (YamlMap) entry.getValue();
        Optional<DeclaredGuard> guard =
            doubtful.areIn(map, List.of("feature", "when")) ? Optional.empty() : guard(name, map);
        guard.ifPresentOrElse(found -> declared.add(found, map), () -> doubtful.add(List.of(name)));
      }
    }
  }

  private Optional<DeclaredGuard> guard(String name, YamlMap map) {
    String feature = map.text("feature");
    Optional<Condition> when = conditions.compile(map.scalar("when"), diagnostics);
    if (!declared.features().containsKey(feature)) {
      diagnostics.unknown(
          DiagnosticCode.UNKNOWN_FEATURE,
          map.scalar("feature").place(),
          "no feature is called " + feature,
          feature,
          declared.features().keySet());
      return Optional.empty();
    }
    if (when.isEmpty()) {
      return Optional.empty();
    }
    List<Scope> scopes = new ArrayList<>(List.of(scope(feature)));
    ConditionText.names(when.get()).forEach(read -> scopes.add(scope(read)));
    Optional<Scope> scope = Scopes.joined(scopes);
    if (scope.isEmpty()) {
      diagnostics.add(
          DiagnosticCode.MIXED_SUBJECTS,
          map.place(),
          "no stop knows all that guard " + name + " reads");
    }
    long effect = Fixed.of(Double.parseDouble(map.text("effect")));
    return scope.map(
        found ->
            new DeclaredGuard(
                new Guard(name, feature, when.get(), effect), found, map.text("about")));
  }

  private Scope scope(String feature) {
    DeclaredFeature found = declared.features().get(feature);
    if (found == null) {
      throw new IllegalStateException("the compiler let " + feature + " through");
    }
    return found.feature().scope();
  }
}
