package org.vigie.core.judge;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
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
  private final Map<Table, Evaluator> whereByTable = new EnumMap<>(Table.class);
  private boolean ages;

  Reads(Collection<Compare> compares, Judge judge) {
    Deque<String> open = new ArrayDeque<>();
    compares.forEach(compare -> open.add(compare.name()));
    Set<String> done = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      if (done.add(name)) {
        read(judge.feature(name).measure(), open);
      }
    }
  }

  private void read(Measure measure, Deque<String> open) {
    if (measure instanceof Measure.Known known) {
      ages |= known.attribute() == Attribute.OWN_ADULT || known.attribute() == Attribute.AGE_GAP;
    } else if (measure instanceof Measure.Sum sum) {
      read(sum.table(), sum.where());
    } else if (measure instanceof Measure.Count count) {
      read(count.table(), count.where());
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

  boolean ages() {
    return ages;
  }
}
