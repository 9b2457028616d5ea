package org.vigie.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;

/** What rules read, from their text alone. */
final class RuleReading {
  private static final Set<Attribute> TOLD =
      EnumSet.of(
          Attribute.P_MINOR,
          Attribute.AGE_SOURCED,
          Attribute.OPENED_BY_OWN,
          Attribute.UNSOLICITED,
          Attribute.UNANSWERED_RUN,
          Attribute.UNANSWERED_HOURS,
          Attribute.ACCOUNT_AGE_HOURS,
          Attribute.SELLER,
          Attribute.SELLER_VERIFIED);
  private static final Set<Attribute> AGES =
      EnumSet.of(Attribute.OWN_ADULT, Attribute.AGE_GAP, Attribute.P_MINOR, Attribute.AGE_SOURCED);
  private static final Set<String> AGE_COLUMNS = Set.of("age_gap", "p_minor", "age_sourced");

  private final Map<String, Feature> features = new HashMap<>();
  private final Map<String, Guard> guards = new HashMap<>();
  private final Map<String, Set<Feature>> read = new HashMap<>();

  RuleReading(RuleSet rules) {
    rules.features().forEach(feature -> features.put(feature.id(), feature));
    rules.guards().forEach(guard -> guards.put(guard.name(), guard));
  }

  Feature feature(String id) {
    return Optional.ofNullable(features.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no feature is called " + id));
  }

  Guard guard(String name) {
    return Optional.ofNullable(guards.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no guard is called " + name));
  }

  /** The comparisons of a condition, in the order in which it is written. */
  static List<Condition.Compare> comparisons(Condition condition) {
    List<Condition.Compare> found = new ArrayList<>();
    if (condition instanceof Condition.Compare compare) {
      found.add(compare);
    } else if (condition instanceof Condition.Not not) {
      found.addAll(comparisons(not.of()));
    } else if (condition instanceof Condition.All all) {
      all.of().forEach(part -> found.addAll(comparisons(part)));
    } else if (condition instanceof Condition.Any any) {
      any.of().forEach(part -> found.addAll(comparisons(part)));
    }
    return found;
  }

  /** The comparisons of a rule and of the claim that it makes: what the finding rests on. */
  static List<Condition.Compare> comparisons(Rule rule, Claim claim) {
    List<Condition.Compare> found = new ArrayList<>(comparisons(rule.when()));
    found.addAll(comparisons(claim.when()));
    return found;
  }

  /** Features that the rule compares itself, in `when` and all claims. */
  Set<Feature> compared(Rule rule) {
    Set<Feature> compared = new LinkedHashSet<>();
    for (Claim claim : rule.claims()) {
      comparisons(rule, claim).forEach(compare -> compared.add(feature(compare.name())));
    }
    return compared;
  }

  /** Events of pairs that the rule compares itself, by feature. */
  List<Feature> hits(Rule rule) {
    return compared(rule).stream()
        .filter(feature -> feature.measure() instanceof Measure.Hits)
        .toList();
  }

  /** Counts of pairs that the rule compares itself. */
  List<Measure.Pairs> pairs(Rule rule) {
    List<Measure.Pairs> pairs = new ArrayList<>();
    for (Feature feature : compared(rule)) {
      if (feature.measure() instanceof Measure.Pairs measure) {
        pairs.add(measure);
      }
    }
    return pairs;
  }

  /** Events of a pair that a condition on pairs compares, by feature. */
  List<Feature> hits(Measure.Pairs pairs) {
    return comparisons(pairs.where()).stream()
        .map(compare -> feature(compare.name()))
        .filter(feature -> feature.measure() instanceof Measure.Hits)
        .toList();
  }

  /** Whether it is a rule about a pair that reads what accounts are told of it (0011 ¶52). */
  boolean readsSigns(Rule rule) {
    return rule.scope() == Scope.PAIR
        && read(rule).stream()
            .anyMatch(
                feature ->
                    feature.measure() instanceof Measure.Hits
                        || feature.measure() instanceof Measure.Known known
                            && TOLD.contains(known.attribute()));
  }

  /** Whether it is a rule about an account that reads its pairs. */
  boolean readsPairs(Rule rule) {
    return read(rule).stream().anyMatch(feature -> feature.measure() instanceof Measure.Pairs);
  }

  /** Whether it depends on what is believed of ages (¶25, 0011 ¶55). */
  boolean readsAges(Rule rule) {
    return read(rule).stream().anyMatch(RuleReading::readsAge);
  }

  private static boolean readsAge(Feature feature) {
    Measure measure = feature.measure();
    if (measure instanceof Measure.Known known) {
      return AGES.contains(known.attribute());
    }
    if (measure instanceof Measure.Count count) {
      return readsAge(count.where());
    }
    return measure instanceof Measure.Sum sum
        && (AGE_COLUMNS.contains(sum.column()) || readsAge(sum.where()));
  }

  private static boolean readsAge(Condition where) {
    return comparisons(where).stream().anyMatch(compare -> AGE_COLUMNS.contains(compare.name()));
  }

  /** Features that the rule compares, and those of which they are made. */
  private Set<Feature> read(Rule rule) {
    return read.computeIfAbsent(
        rule.id(),
        id -> {
          Set<Feature> all = new LinkedHashSet<>();
          compared(rule).forEach(feature -> addWithParts(feature, all));
          return all;
        });
  }

  private void addWithParts(Feature feature, Set<Feature> read) {
    read.add(feature);
    if (feature.measure() instanceof Measure.Ratio ratio) {
      addWithParts(feature(ratio.numerator()), read);
      addWithParts(feature(ratio.denominator()), read);
    } else if (feature.measure() instanceof Measure.BinomialTail tail) {
      addWithParts(feature(tail.trials()), read);
      addWithParts(feature(tail.successes()), read);
    } else if (feature.measure() instanceof Measure.Pairs pairs) {
      comparisons(pairs.where()).forEach(part -> addWithParts(feature(part.name()), read));
      if (!pairs.sum().isEmpty()) {
        addWithParts(feature(pairs.sum()), read);
      }
    }
  }

  /**
   * Rows that a feature is about.
   *
   * @param where on which condition one counts
   */
  record OverRows(Table table, Condition where) {}

  /** The rows that a feature counts or sums itself, if it does. */
  static Optional<OverRows> overRows(Feature feature) {
    if (feature.measure() instanceof Measure.Count count) {
      return Optional.of(new OverRows(count.table(), count.where()));
    }
    if (feature.measure() instanceof Measure.Sum sum) {
      return Optional.of(new OverRows(sum.table(), sum.where()));
    }
    return feature.measure() instanceof Measure.DistinctOf distinct
        ? Optional.of(new OverRows(distinct.table(), distinct.where()))
        : Optional.empty();
  }

  /** Tables whose rows the rule counts. */
  Set<Table> tables(Rule rule) {
    Set<Table> tables = EnumSet.noneOf(Table.class);
    for (Feature feature : read(rule)) {
      overRows(feature).ifPresent(over -> tables.add(over.table()));
    }
    return tables;
  }

  /** Whether it is about those who return, who were told to be persons (0012 ¶80, ¶81). */
  boolean readsReturns(Rule rule) {
    return tables(rule).contains(Table.BANS) || tables(rule).contains(Table.RETURNS);
  }

  /** The longest window of a feature that the rule reads, 0 if none has one. */
  long longestWindowMs(Rule rule) {
    return read(rule).stream().mapToLong(Feature::windowMs).max().orElse(0);
  }
}
