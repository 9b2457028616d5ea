package org.vigie.core.judge;

import java.util.function.Function;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Scope;

/**
 * Whether more events can undo a finding of a rule (ORDER §4), told from the structure of the rule
 * alone. They can't if
 *
 * <ul>
 *   <li>it fires, and claims what it claims, on counts of things that never un-happen having
 *       reached a bar: no bar from above, no equality, no negation, no share, no belief;
 *   <li>its subject is the account that acts: who is joined by a device or a place, and with that
 *       whom a finding at a link is about, can turn out otherwise;
 *   <li>no guard lowers it;
 *   <li>it is never silenced: it judges every kind of account, and no dismissal rests it.
 * </ul>
 *
 * <p>A finding that is certain may still move: when an event turns out to have come before it that
 * raises the same finding, the cool-down leaves out the later one. The alert then stands from the
 * earlier instant.
 */
final class Certainty {
  private final Function<String, Feature> features;

  /** Over the features of one scope, by name. */
  Certainty(Function<String, Feature> features) {
    this.features = features;
  }

  boolean of(Rule rule) {
    return rule.scope() != Scope.LINK
        && rule.neverSilenced()
        && rule.guards().isEmpty()
        && onlyBecomesTrue(rule.when())
        && rule.claims().stream().map(Claim::when).allMatch(this::onlyBecomesTrue);
  }

  private boolean onlyBecomesTrue(Condition condition) {
    if (condition instanceof Condition.Compare compare) {
      return compare.operator() == Condition.Operator.AT_LEAST
          && onlyRises(features.apply(compare.name()));
    }
    if (condition instanceof Condition.All all) {
      return all.of().stream().allMatch(this::onlyBecomesTrue);
    }
    return condition instanceof Condition.Any any
        && any.of().stream().allMatch(this::onlyBecomesTrue);
  }

  /** What a feature says of itself holds for counts alone, however it is declared. */
  private static boolean onlyRises(Feature feature) {
    Measure measure = feature.measure();
    boolean counts = measure instanceof Measure.Count || measure instanceof Measure.DistinctCodes;
    return counts && feature.onlyRises();
  }
}
