package org.vigie.core.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Condition.Compare;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Table;

/** What a rule rests on, through the features that its features are made of. */
final class Reads {
  private static final Set<Attribute> AGES =
      EnumSet.of(Attribute.OWN_ADULT, Attribute.AGE_GAP, Attribute.P_MINOR, Attribute.AGE_SOURCED);

  /** What rows say of ages as they are believed now. */
  private static final Set<String> AGE_COLUMNS = Set.of("age_gap", "p_minor", "age_sourced");

  private final Set<Table> tables = EnumSet.noneOf(Table.class);
  private final List<Rows> compared = new ArrayList<>();
  private boolean ages;
  private boolean signs;
  private boolean pairs;
  private long longestWindowMs;

  /** Rows that a feature counts, which the rule compares itself. */
  private record Rows(Table table, Evaluator where, long windowMs) {}

  Reads(Collection<Compare> compares, Judge judge) {
    Deque<String> open = new ArrayDeque<>();
    for (Compare compare : compares) {
      open.add(compare.name());
      compares(judge.feature(compare.name()));
    }
    Set<String> done = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      if (done.add(name)) {
        longestWindowMs = Math.max(longestWindowMs, judge.feature(name).windowMs());
        read(judge.feature(name).measure(), open);
      }
    }
  }

  private void read(Measure measure, Deque<String> open) {
    if (measure instanceof Measure.Known known) {
      ages |= AGES.contains(known.attribute());
      signs |= known.attribute().isKeptWithSigns();
    } else if (measure instanceof Measure.Sum sum) {
      read(sum.table(), sum.where());
      ages |= AGE_COLUMNS.contains(sum.column());
    } else if (measure instanceof Measure.Count count) {
      read(count.table(), count.where());
    } else if (measure instanceof Measure.DistinctOf distinct) {
      read(distinct.table(), distinct.where());
    } else if (measure instanceof Measure.Hits) {
      signs = true;
    } else if (measure instanceof Measure.Pairs over) {
      pairs = true;
      CompiledRule.comparesOf(over.where()).forEach(compare -> open.add(compare.name()));
      if (!over.sum().isEmpty()) {
        open.add(over.sum());
      }
    } else if (measure instanceof Measure.Ratio ratio) {
      open.add(ratio.numerator());
      open.add(ratio.denominator());
    } else if (measure instanceof Measure.BinomialTail tail) {
      open.add(tail.successes());
      open.add(tail.trials());
    }
  }

  private void read(Table table, Condition where) {
    tables.add(table);
    CompiledRule.comparesOf(where).forEach(compare -> ages |= AGE_COLUMNS.contains(compare.name()));
  }

  private void compares(Feature feature) {
    Measure measure = feature.measure();
    if (measure instanceof Measure.Sum sum) {
      compares(sum.table(), sum.where(), feature);
    } else if (measure instanceof Measure.Count count) {
      compares(count.table(), count.where(), feature);
    } else if (measure instanceof Measure.DistinctOf distinct) {
      compares(distinct.table(), distinct.where(), feature);
    }
  }

  private void compares(Table table, Condition where, Feature feature) {
    Evaluator lowered = Evaluator.lower(where, name -> Computation.columnOf(table, name));
    compared.add(new Rows(table, lowered, feature.windowMs()));
  }

  /** Whether something that it is made of counts over a table. */
  boolean reads(Table table) {
    return tables.contains(table);
  }

  /** Whether a feature that it compares counts a row of the subject at hand. */
  boolean counts(Table table, int row, Values values) {
    for (Rows rows : compared) {
      if (rows.table() == table && values.isCounted(table, row, rows.where(), rows.windowMs())) {
        return true;
      }
    }
    return false;
  }

  /** Whether it rests on beliefs about ages. */
  boolean ages() {
    return ages;
  }

  /** Whether it reads signed events of a pair, or what else is kept with them. */
  boolean signs() {
    return signs;
  }

  /** Whether it counts over the pairs of an account. */
  boolean pairs() {
    return pairs;
  }

  /** The longest window of all that it is made of, milliseconds; 0 if none has one. */
  long longestWindowMs() {
    return longestWindowMs;
  }
}
