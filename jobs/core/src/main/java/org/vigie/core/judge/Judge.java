package org.vigie.core.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Scope;

/** The rules of one scope over one subject at a time. Not thread-safe: one per thread. */
public final class Judge {
  private final Map<String, Integer> slots = new HashMap<>();
  private final List<Feature> features = new ArrayList<>();
  private final Map<String, Feature> declared = new HashMap<>();
  private final List<CompiledRule> rules = new ArrayList<>();
  private final Map<String, CompiledRule> byId = new HashMap<>();
  private final Values values;
  private final JudgementListener listener;

  Judge(RuleSet ruleSet, Scope scope, JudgementListener listener) {
    this.listener = listener;
    ruleSet.features().forEach(feature -> declared.put(feature.id(), feature));
    for (Feature feature : ruleSet.features()) {
      if (feature.scope() == scope || scope == Scope.PAIR && feature.scope() == Scope.ACCOUNT) {
        slots.put(feature.id(), features.size());
        features.add(feature);
      }
    }
    long minorShare = ruleSet.ages().minorShare();
    PairValues ofPairs = new PairValues(ruleSet.features(), minorShare);
    this.values =
        new Values(
            features.stream()
                .map(feature -> Computation.lower(feature, this::slotOf, ofPairs, minorShare))
                .toArray(Computation[]::new));
    for (Rule rule : ruleSet.rules()) {
      if (rule.scope() == scope) {
        CompiledRule compiled = new CompiledRule(rule, values, this, ruleSet);
        rules.add(compiled);
        byId.put(rule.id(), compiled);
      }
    }
  }

  /** Turns to a subject as of an instant; its rules then judge that subject. */
  public void begin(Facts facts, long atMs) {
    values.begin(facts, atMs);
  }

  /** The rules of the scope. */
  public List<CompiledRule> rules() {
    return rules;
  }

  /** A rule of the scope by its id, null if there is none (it may have been taken out). */
  public @Nullable CompiledRule rule(String id) {
    return byId.get(id);
  }

  JudgementListener listener() {
    return listener;
  }

  int slotOf(String name) {
    Integer slot = slots.get(name);
    if (slot == null) {
      throw new IllegalArgumentException(
          "no feature " + name + " in this scope; known: " + slots.keySet());
    }
    return slot;
  }

  /** A feature of any scope that something of this one is made of. */
  Feature feature(String name) {
    Feature feature = declared.get(name);
    if (feature == null) {
      throw new IllegalArgumentException("no feature is called " + name);
    }
    return feature;
  }
}
