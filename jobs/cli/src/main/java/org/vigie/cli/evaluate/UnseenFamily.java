package org.vigie.cli.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Anchor;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.PairAct;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Signs;

/**
 * Rules without one kind of evidence: its signs are seen by nobody, and what else a feature knows
 * by it is unknown. Unknown fires nothing, so that a comparison with it is as good as false, under
 * a negation as good as true; a rule that can't fire any more is left out.
 */
final class UnseenFamily {
  private static final Condition NEVER = new Condition.Any(List.of());

  private final Family family;
  private final RuleSet whole;
  private final Map<String, Feature> features = new HashMap<>();
  private final Map<String, Guard> guards = new HashMap<>();

  /** One rule set without a family. */
  UnseenFamily(Family family, RuleSet whole) {
    this.family = family;
    this.whole = whole;
    whole.features().forEach(feature -> features.put(feature.id(), feature));
    whole.guards().forEach(guard -> guards.put(guard.name(), guard));
  }

  /** What is left. */
  RuleSet rules() {
    return new RuleSet(
            whole.features().stream().map(this::seen).toList(),
            whole.guards(),
            whole.rules().stream().filter(this::canFire).map(this::seen).toList(),
            whole.ages(),
            whole.effectiveFromMs())
        .forCommunities(whole.communities());
  }

  private boolean canFire(Rule rule) {
    boolean judgesNoCode = !rule.forEachCode().isEmpty() && seen(rule.forEachCode()).isEmpty();
    return !judgesNoCode && !isNever(seen(rule.when(), true));
  }

  private Rule seen(Rule rule) {
    return new Rule(
        rule.id(),
        rule.version(),
        rule.harm(),
        rule.scope(),
        seen(rule.when(), true),
        claims(rule.claims()),
        rule.guards().stream().filter(guard -> isKnown(guard)).toList(),
        rule.cooldownMs(),
        rule.neverSilenced(),
        rule.warnsOfMeetings(),
        rule.texts(),
        seen(rule.forEachCode()),
        rule.subjectRole());
  }

  private List<Claim> claims(List<Claim> claims) {
    List<Claim> left = new ArrayList<>();
    for (Claim claim : claims) {
      Condition when = seen(claim.when(), true);
      if (!isNever(when)) {
        left.add(new Claim(claim.severity(), claim.standsAlone(), when));
      }
    }
    return left;
  }

  private Feature seen(Feature feature) {
    return new Feature(
        feature.id(),
        feature.scope(),
        isUnknown(feature) ? feature.measure() : seen(feature.measure()),
        feature.windowMs(),
        feature.families(),
        feature.onlyRises());
  }

  private Measure seen(Measure measure) {
    if (measure instanceof Measure.Hits hits) {
      return new Measure.Hits(
          seen(hits.signs()),
          hits.by(),
          hits.privately(),
          hits.plain(),
          hits.unlessRelayed(),
          hits.after().stream().map(this::seen).toList());
    }
    if (measure instanceof Measure.DistinctCodes distinct) {
      return new Measure.DistinctCodes(seen(distinct.codes()));
    }
    return measure instanceof Measure.Pairs pairs
        ? new Measure.Pairs(seen(pairs.where(), true), pairs.sum(), pairs.votes())
        : measure;
  }

  private Anchor seen(Anchor anchor) {
    return new Anchor(seen(anchor.signs()), anchor.by(), anchor.moments(), anchor.withinMs());
  }

  private Signs seen(Signs signs) {
    Set<PairAct> acts =
        signs.acts().stream().filter(act -> act.family() != family).collect(Collectors.toSet());
    return new Signs(seen(signs.codes()), acts, signs.each());
  }

  private Set<SignalCode> seen(Set<SignalCode> codes) {
    return codes.stream()
        .filter(code -> Family.of(code) != family)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isKnown(String guard) {
    return !isUnknown(Objects.requireNonNull(guards.get(guard), guard).feature());
  }

  private boolean isUnknown(String feature) {
    return isUnknown(Objects.requireNonNull(features.get(feature), feature));
  }

  private boolean isUnknown(Feature feature) {
    return feature.families().contains(family) || isUnknown(feature.measure());
  }

  private boolean isUnknown(Measure measure) {
    if (measure instanceof Measure.Hits hits) {
      return isNone(seen(hits.signs())) || hits.after().stream().anyMatch(this::isNone);
    }
    if (measure instanceof Measure.DistinctCodes distinct) {
      return seen(distinct.codes()).isEmpty();
    }
    if (measure instanceof Measure.Ratio ratio) {
      return isUnknown(ratio.numerator()) || isUnknown(ratio.denominator());
    }
    if (measure instanceof Measure.BinomialTail tail) {
      return isUnknown(tail.trials()) || isUnknown(tail.successes());
    }
    return measure instanceof Measure.Pairs pairs
        && (isNever(seen(pairs.where(), true)) || !pairs.sum().isEmpty() && isUnknown(pairs.sum()));
  }

  private boolean isNone(Anchor anchor) {
    return anchor.moments().isEmpty() && isNone(seen(anchor.signs()));
  }

  private static boolean isNone(Signs signs) {
    return signs.codes().isEmpty() && signs.acts().isEmpty() && !signs.each();
  }

  /**
   * A condition without what is unknown.
   *
   * @param positive whether it stands under an even number of negations
   */
  private Condition seen(Condition condition, boolean positive) {
    if (condition instanceof Condition.All all) {
      List<Condition> of = all.of().stream().map(one -> seen(one, positive)).toList();
      return of.contains(NEVER) ? NEVER : new Condition.All(of);
    }
    if (condition instanceof Condition.Any any) {
      List<Condition> of = any.of().stream().map(one -> seen(one, positive)).toList();
      return of.contains(Condition.ALWAYS)
          ? Condition.ALWAYS
          : new Condition.Any(of.stream().filter(one -> !isNever(one)).toList());
    }
    if (condition instanceof Condition.Not not) {
      Condition of = seen(not.of(), !positive);
      return isNever(of)
          ? Condition.ALWAYS
          : of.equals(Condition.ALWAYS) ? NEVER : new Condition.Not(of);
    }
    String name = ((Condition.Compare) condition).name();
    boolean isUnknown = features.containsKey(name) && isUnknown(name);
    return isUnknown ? (positive ? NEVER : Condition.ALWAYS) : condition;
  }

  private static boolean isNever(Condition condition) {
    return condition.equals(NEVER);
  }
}
