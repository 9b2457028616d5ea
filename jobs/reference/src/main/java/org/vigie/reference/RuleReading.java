package org.vigie.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Table;

/** What rules read, from their text alone. */
final class RuleReading {
  private final Map<String, Feature> features = new HashMap<>();
  private final Map<String, Guard> guards = new HashMap<>();

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

  /** Features that the rule compares, and those of which they are made. */
  private Set<Feature> read(Rule rule) {
    Set<Feature> read = new LinkedHashSet<>();
    compared(rule).forEach(feature -> addWithParts(feature, read));
    return read;
  }

  private void addWithParts(Feature feature, Set<Feature> read) {
    read.add(feature);
    if (feature.measure() instanceof Measure.Ratio ratio) {
      addWithParts(feature(ratio.numerator()), read);
      addWithParts(feature(ratio.denominator()), read);
    } else if (feature.measure() instanceof Measure.BinomialTail tail) {
      addWithParts(feature(tail.trials()), read);
      addWithParts(feature(tail.successes()), read);
    }
  }

  /** Tables whose rows the rule counts. */
  Set<Table> tables(Rule rule) {
    Set<Table> tables = EnumSet.noneOf(Table.class);
    for (Feature feature : read(rule)) {
      if (feature.measure() instanceof Measure.Count count) {
        tables.add(count.table());
      } else if (feature.measure() instanceof Measure.Sum sum) {
        tables.add(sum.table());
      }
    }
    return tables;
  }

  /** The longest window of a feature that the rule reads, 0 if none has one. */
  long longestWindowMs(Rule rule) {
    return read(rule).stream().mapToLong(Feature::windowMs).max().orElse(0);
  }

  /** Conditions on which a row of the table counts towards a number that the rule compares. */
  List<Condition> rowConditions(Rule rule, Table table) {
    List<Condition> conditions = new ArrayList<>();
    for (Feature feature : compared(rule)) {
      if (feature.measure() instanceof Measure.Count count && count.table() == table) {
        conditions.add(count.where());
      } else if (feature.measure() instanceof Measure.Sum sum && sum.table() == table) {
        conditions.add(sum.where());
      }
    }
    return conditions;
  }
}
