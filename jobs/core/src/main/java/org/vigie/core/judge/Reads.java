package org.vigie.core.judge;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Condition.Compare;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Table;

/** What a rule rests on, through the features that its features are made of. */
final class Reads {
  private static final Set<Attribute> AGES =
      EnumSet.of(Attribute.OWN_ADULT, Attribute.AGE_GAP, Attribute.P_MINOR, Attribute.AGE_SOURCED);
  private static final Set<Attribute> OF_SIGNED_PAIRS =
      EnumSet.of(
          Attribute.P_MINOR,
          Attribute.AGE_SOURCED,
          Attribute.OPENED_BY_OWN,
          Attribute.UNSOLICITED,
          Attribute.UNANSWERED_RUN,
          Attribute.UNANSWERED_HOURS);

  private final Map<Table, Evaluator> whereByTable = new EnumMap<>(Table.class);
  private boolean ages;
  private boolean signs;
  private boolean pairs;
  private long longestWindowMs;

  Reads(Collection<Compare> compares, Judge judge) {
    Deque<String> open = new ArrayDeque<>();
    compares.forEach(compare -> open.add(compare.name()));
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
      signs |= OF_SIGNED_PAIRS.contains(known.attribute());
    } else if (measure instanceof Measure.Sum sum) {
      read(sum.table(), sum.where());
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

  /** The rows of a rule are those of the first feature over the table, in the rule's own order. */
  private void read(Table table, Condition where) {
    ages |= table == Table.NEW_CONTACTS;
    whereByTable.computeIfAbsent(
        table, key -> Evaluator.lower(where, name -> Computation.columnOf(table, name)));
  }

  @Nullable Evaluator where(Table table) {
    return whereByTable.get(table);
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
