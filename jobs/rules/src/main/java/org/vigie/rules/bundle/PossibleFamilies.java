package org.vigie.rules.bundle;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Anchor;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.PairAct;
import org.vigie.core.rule.Signs;
import org.vigie.rules.cel.ConditionText;

/** The families of evidence that a finding can have which compares a feature. */
final class PossibleFamilies {
  private final Function<String, Feature> features;
  private final Set<SignalCode> eachOf;

  /**
   * Over features by name.
   *
   * @param eachOf the codes that the rule is judged for
   */
  PossibleFamilies(Function<String, Feature> features, Set<SignalCode> eachOf) {
    this.features = features;
    this.eachOf = eachOf;
  }

  Set<Family> of(String name) {
    Feature feature = features.apply(name);
    Set<Family> families = EnumSet.noneOf(Family.class);
    families.addAll(feature.families());
    Measure measure = feature.measure();
    if (measure instanceof Measure.DistinctCodes codes) {
      codes.codes().forEach(code -> families.add(Family.of(code)));
    } else if (measure instanceof Measure.Hits hits) {
      addSigns(hits.signs(), families);
      hits.after().forEach(anchor -> addMoments(anchor, families));
    } else if (measure instanceof Measure.Pairs pairs) {
      ConditionText.names(pairs.where()).stream()
          .filter(part -> features.apply(part).measure() instanceof Measure.Hits)
          .forEach(part -> families.addAll(of(part)));
    }
    return families;
  }

  private void addSigns(Signs signs, Set<Family> families) {
    signs.codes().forEach(code -> families.add(Family.of(code)));
    signs.acts().stream().map(PairAct::family).forEach(families::add);
    if (signs.each()) {
      eachOf.forEach(code -> families.add(Family.of(code)));
    }
  }

  private static void addMoments(Anchor anchor, Set<Family> families) {
    for (Anchor.Moment moment : anchor.moments()) {
      families.add(moment.family());
    }
  }

  /** Whether a feature, or one that it is made of, reads the code that a rule is judged for. */
  boolean readsEach(String name) {
    Measure measure = features.apply(name).measure();
    if (measure instanceof Measure.Hits hits) {
      return hits.signs().each();
    }
    if (measure instanceof Measure.Pairs pairs) {
      return ConditionText.names(pairs.where()).stream().anyMatch(this::readsEach)
          || !pairs.sum().isEmpty() && readsEach(pairs.sum());
    }
    if (measure instanceof Measure.Ratio ratio) {
      return readsEach(ratio.numerator()) || readsEach(ratio.denominator());
    }
    return false;
  }
}
