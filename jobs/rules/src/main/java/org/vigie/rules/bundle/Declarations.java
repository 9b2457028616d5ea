package org.vigie.rules.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Texts.Bilingual;
import org.vigie.core.rule.ValueType;
import org.vigie.rules.yaml.YamlMap;

/** Everything that rules can refer to: features and guards by name, in the order of declaration. */
public final class Declarations {
  private final Map<String, DeclaredFeature> features = new LinkedHashMap<>();
  private final Map<String, DeclaredGuard> guards = new LinkedHashMap<>();
  private final Map<String, Bilingual> featureLabels = new HashMap<>();
  private final Map<String, Bilingual> guardLabels = new HashMap<>();
  private final Map<Harm, List<String>> lookAlikes = new EnumMap<>(Harm.class);

  void add(DeclaredFeature feature, YamlMap written) {
    features.put(feature.feature().id(), feature);
    label(written, feature.feature().id(), featureLabels);
  }

  void add(DeclaredGuard guard, YamlMap written) {
    guards.put(guard.guard().name(), guard);
    label(written, guard.guard().name(), guardLabels);
  }

  private static void label(YamlMap written, String name, Map<String, Bilingual> labels) {
    if (written.has("label")) {
      YamlMap label = written.map("label");
      labels.put(name, new Bilingual(label.text("en"), label.text("fr")));
    }
  }

  void addLookAlike(Harm harm, String name) {
    lookAlikes.computeIfAbsent(harm, key -> new ArrayList<>()).add(name);
  }

  /** Who looks like a harm and is not (DOMAIN §4). */
  public List<String> lookAlikes(Harm harm) {
    return List.copyOf(lookAlikes.getOrDefault(harm, List.of()));
  }

  /** What reviewers read instead of a feature's name; empty if nothing was written. */
  public Optional<Bilingual> featureLabel(String name) {
    return Optional.ofNullable(featureLabels.get(name));
  }

  /** What reviewers read instead of a guard's name; empty if nothing was written. */
  public Optional<Bilingual> guardLabel(String name) {
    return Optional.ofNullable(guardLabels.get(name));
  }

  /** Features by name. */
  public Map<String, DeclaredFeature> features() {
    return Collections.unmodifiableMap(features);
  }

  /** Guards by name. */
  public Map<String, DeclaredGuard> guards() {
    return Collections.unmodifiableMap(guards);
  }

  /** Names and types of the features. */
  public Map<String, ValueType> types() {
    Map<String, ValueType> types = new LinkedHashMap<>();
    features.forEach((name, declared) -> types.put(name, declared.type()));
    return types;
  }

  List<Feature> featureList() {
    return features.values().stream().map(DeclaredFeature::feature).toList();
  }

  List<Guard> guardList() {
    return new ArrayList<>(guards.values().stream().map(DeclaredGuard::guard).toList());
  }
}
