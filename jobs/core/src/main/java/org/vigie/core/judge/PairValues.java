package org.vigie.core.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Scope;

/** The features of a pair alone, for an account's features over its pairs. */
final class PairValues {
  private final Map<String, Integer> slots = new HashMap<>();
  private final Values values;

  PairValues(List<Feature> all, long minorShare) {
    List<Feature> ofPair = new ArrayList<>();
    for (Feature feature : all) {
      if (feature.scope() == Scope.PAIR) {
        slots.put(feature.id(), ofPair.size());
        ofPair.add(feature);
      }
    }
    this.values =
        new Values(
            ofPair.stream()
                .map(feature -> Computation.lower(feature, this::slotOf, this, minorShare))
                .toArray(Computation[]::new));
  }

  Values values() {
    return values;
  }

  int slotOf(String name) {
    Integer slot = slots.get(name);
    if (slot == null) {
      throw new IllegalArgumentException(
          "no feature of a pair is called " + name + "; known: " + slots.keySet());
    }
    return slot;
  }
}
