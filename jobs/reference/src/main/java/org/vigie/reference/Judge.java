package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.Table;

/** Judges one occasion by one rule (page ¶17, ¶24; DOMAIN §2). */
final class Judge {
  private static final long ONE_STEP = Fixed.ONE / 2;
  private static final long TWO_STEPS = Fixed.ONE / 4;

  private final Judging judging;
  private final Circles circles;
  private final AsOf<Map<Asked, Evaluation>> evaluations = new AsOf<>();

  /** What is evaluated, as of when, for which code. */
  private record Asked(
      Occasion occasion, Instant asOf, Instant beliefsAsOf, Optional<SignalCode> code) {}

  Judge(Judging judging) {
    this.judging = judging;
    this.circles = new Circles(judging);
  }

  /** What the rule finds, if it fires; cool-down is not looked at. */
  Optional<Finding> judge(Rule rule, Occasion occasion, Instant at) {
    boolean judged =
        rule.neverSilenced()
            || judging.reading().readsReturns(rule)
            || judging.known().profiles.isPerson(occasion.account(), at);
    return judged
        ? firing(rule, occasion, at, at).map(fired -> finding(rule, occasion, at, fired))
        : Optional.empty();
  }

  /** ¶50: the first evaluation for which the rule fires, of one a code if it is judged so. */
  private Optional<Evaluation> firing(
      Rule rule, Occasion occasion, Instant asOf, Instant beliefsAsOf) {
    List<Optional<SignalCode>> codes = new ArrayList<>();
    rule.forEachCode().forEach(code -> codes.add(Optional.of(code)));
    if (codes.isEmpty()) {
      codes.add(Optional.empty());
    }
    for (Optional<SignalCode> code : codes) {
      Evaluation evaluation = evaluation(new Asked(occasion, asOf, beliefsAsOf, code));
      if (evaluation.truth(rule.when()) == Truth.TRUE) {
        return Optional.of(evaluation);
      }
    }
    return Optional.empty();
  }

  /** One for all rules that ask the same as of one instant. */
  private Evaluation evaluation(Asked asked) {
    return evaluations
        .of(asked.beliefsAsOf(), now -> new HashMap<>())
        .computeIfAbsent(
            asked,
            one ->
                new Evaluation(judging, one.occasion(), one.asOf(), one.beliefsAsOf(), one.code()));
  }

  private Finding finding(Rule rule, Occasion occasion, Instant at, Evaluation evaluation) {
    Claim claim = claimed(rule, evaluation);
    Circle circle = circles.of(rule, occasion, evaluation, at);
    List<Condition.Compare> comparisons = RuleReading.comparisons(rule, claim);
    List<ReferenceFinding.ShownGuard> guards = guards(rule, evaluation);
    long weight = weight(guards);
    ReferenceFinding shown =
        new ReferenceFinding(
            rule.id(),
            rule.version(),
            occasion instanceof Occasion.OfPair pair ? pair.counterpart() : "",
            occasion instanceof Occasion.OfLink link ? link.way() : ReferenceFinding.Way.ACCOUNT,
            families(rule, used(rule, claim, evaluation), occasion, evaluation, circle),
            at.timeMs(),
            observed(comparisons, evaluation),
            thresholds(comparisons),
            false,
            lowered(claim.severity(), weight),
            weight,
            guards);
    return new Finding(rule, claim, occasion, at, shown, circle);
  }

  /**
   * ¶25, 0011 ¶55: whether a finding would still hold, and claim as much, as of its own instant
   * with the beliefs of now.
   */
  boolean stillHolds(Finding finding, Instant now) {
    Instant asOf = finding.at().endOfMillisecond();
    return stands(finding, asOf, now)
        || firing(finding.rule(), finding.occasion(), asOf, now)
            .map(fired -> claimed(finding.rule(), fired).severity())
            .filter(severity -> severity.compareTo(finding.claim().severity()) >= 0)
            .isPresent();
  }

  /** ¶25, 0011 ¶55: whether something had to go that it may rest on. */
  private boolean stands(Finding finding, Instant asOf, Instant now) {
    Rule rule = finding.rule();
    String account = finding.occasion().account();
    long windowMs = judging.reading().longestWindowMs(rule);
    KeptPairs kept = judging.known().keptPairs;
    long afterMs = finding.at().timeMs() - windowMs;
    if (finding.occasion() instanceof Occasion.OfPair pair) {
      return pair.bySigns()
          && (!kept.of(account, now).containsKey(pair.counterpart())
              || kept.lost(account, afterMs, now).contains(pair.counterpart())
              || kept.hasLostPair(account, afterMs, now));
    }
    boolean countsContacts =
        finding.occasion() instanceof Occasion.OfAccount
            && judging.reading().tables(rule).contains(Table.NEW_CONTACTS);
    return countsContacts && judging.known().contacts.hasLost(account, windowMs, asOf, now)
        || judging.reading().readsPairs(rule) && !kept.lost(account, afterMs, now).isEmpty();
  }

  /** The first claim that is true, from the highest down; the last one always is. */
  private static Claim claimed(Rule rule, Evaluation evaluation) {
    return rule.claims().stream()
        .filter(claim -> evaluation.truth(claim.when()) == Truth.TRUE)
        .findFirst()
        .orElseThrow();
  }

  private List<ReferenceFinding.ShownGuard> guards(Rule rule, Evaluation evaluation) {
    List<ReferenceFinding.ShownGuard> shown = new ArrayList<>();
    for (String name : rule.guards()) {
      Guard guard = judging.reading().guard(name);
      long value = evaluation.value(guard.feature());
      boolean applies = !rule.neverSilenced() && evaluation.truth(guard.when()) == Truth.TRUE;
      if (value != Fixed.UNKNOWN) {
        shown.add(new ReferenceFinding.ShownGuard(name, value, applies ? guard.effect() : 0));
      }
    }
    return shown;
  }

  /** ¶24: each guard leaves (1 − effect) of the weight. */
  private static long weight(List<ReferenceFinding.ShownGuard> guards) {
    long weight = Fixed.ONE;
    for (ReferenceFinding.ShownGuard guard : guards) {
      weight = Fixed.times(weight, Fixed.ONE - guard.effect());
    }
    return weight;
  }

  private static Severity lowered(Severity claimed, long weight) {
    if (weight > ONE_STEP) {
      return claimed;
    }
    return claimed.lowered(weight > TWO_STEPS ? 1 : 2);
  }

  private SortedMap<String, Long> observed(
      List<Condition.Compare> comparisons, Evaluation evaluation) {
    SortedMap<String, Long> observed = new TreeMap<>();
    for (Condition.Compare compare : comparisons) {
      long value = evaluation.value(compare.name());
      if (value != Fixed.UNKNOWN) {
        observed.put(compare.name(), value);
      }
    }
    return observed;
  }

  private static SortedMap<String, Long> thresholds(List<Condition.Compare> comparisons) {
    SortedMap<String, Long> thresholds = new TreeMap<>();
    comparisons.forEach(compare -> thresholds.putIfAbsent(compare.name(), compare.threshold()));
    return thresholds;
  }

  /** 0011 ¶53: comparisons of the rule and of its claim that hold. */
  private static List<Condition.Compare> used(Rule rule, Claim claim, Evaluation evaluation) {
    List<Condition.Compare> used = new ArrayList<>(evaluation.holding(rule.when()));
    used.addAll(evaluation.holding(claim.when()));
    return used;
  }

  /** Families of the codes and signs that a feature counts. */
  private Set<Family> ofWhatIsSeen(Feature feature, Evaluation evaluation) {
    if (feature.measure() instanceof Measure.Hits) {
      return Set.copyOf(ofHits(feature, evaluation));
    }
    if (feature.measure() instanceof Measure.Pairs pairs) {
      return Set.copyOf(ofPairs(pairs, evaluation));
    }
    return feature.measure() instanceof Measure.DistinctCodes codes
        ? evaluation.codesSeen(codes, feature.windowMs()).stream()
            .map(Family::of)
            .collect(Collectors.toSet())
        : Set.of();
  }

  /** DOMAIN §2: families follow from what a finding used. */
  private SortedSet<Family> families(
      Rule rule,
      List<Condition.Compare> comparisons,
      Occasion occasion,
      Evaluation evaluation,
      Circle circle) {
    SortedSet<Family> families = new TreeSet<>();
    for (Condition.Compare compare : comparisons) {
      Feature feature = judging.reading().feature(compare.name());
      families.addAll(feature.families());
      families.addAll(ofWhatIsSeen(feature, evaluation));
    }
    if (occasion instanceof Occasion.OfLink link) {
      boolean ofReports = judging.reading().tables(rule).contains(Table.REPORTS);
      if (link.way() == ReferenceFinding.Way.PLACE || ofReports && !circle.meetings().isEmpty()) {
        families.add(Family.PLACE);
      }
      if (link.way() == ReferenceFinding.Way.DEVICE && link.cluster().size() > 1) {
        families.add(Family.IDENTITY);
      }
    }
    return families;
  }

  private static Set<Family> ofHits(Feature hits, Evaluation evaluation) {
    return evaluation.hits(hits).map(Hits.Counted::families).orElse(new TreeSet<>());
  }

  /** 0011 ¶53: of the hits that a condition on pairs compares, where it is satisfied. */
  private Set<Family> ofPairs(Measure.Pairs pairs, Evaluation evaluation) {
    Set<Family> families = new TreeSet<>();
    for (String other : evaluation.satisfying(pairs)) {
      for (Feature hits : judging.reading().hits(pairs)) {
        families.addAll(ofHits(hits, evaluation.ofPair(other)));
      }
    }
    return families;
  }
}
