package org.vigie.core.judge;

import java.util.function.ToIntFunction;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Signs;
import org.vigie.core.rule.Table;

/** How one feature is computed, lowered from its {@link Measure}. */
abstract class Computation {
  abstract long compute(Values values);

  /** Families of evidence of what it counts, beside those that its feature always has. */
  int families(Values values) {
    return 0;
  }

  /** Adds the instants of the events that it counts. */
  void instants(Values values, Instants instants) {}

  /** Tells what it counts, where that has a name. */
  void restsOn(Values values, int pair, RestsOn hears) {}

  /**
   * Lowers a feature.
   *
   * @param slotOf slot of another feature of the same scope
   * @param ofPairs the features of a pair, for an account's features over them
   * @param minorShare the community's share of minors, fixed-point
   */
  static Computation lower(
      Feature feature, ToIntFunction<String> slotOf, PairValues ofPairs, long minorShare) {
    Measure measure = feature.measure();
    if (measure instanceof Measure.Known known) {
      return new OfAttribute(known.attribute());
    }
    if (measure instanceof Measure.Count count) {
      return new OverRows(count.table(), -1, count.where(), feature.windowMs());
    }
    if (measure instanceof Measure.Sum sum) {
      int column = columnOf(sum.table(), sum.column());
      return new OverRows(sum.table(), column, sum.where(), feature.windowMs());
    }
    if (measure instanceof Measure.DistinctCodes distinct) {
      return new OverCodes(maskOf(distinct), feature.windowMs());
    }
    if (measure instanceof Measure.Hits hits) {
      return new OverHits(hits, feature.windowMs());
    }
    if (measure instanceof Measure.Pairs pairs) {
      return new OverPairs(pairs, ofPairs.values(), ofPairs::slotOf);
    }
    if (measure instanceof Measure.DistinctOf distinct) {
      return new OverNames(distinct, feature.windowMs());
    }
    if (measure instanceof Measure.Ratio ratio) {
      return new Quotient(
          slotOf.applyAsInt(ratio.numerator()), slotOf.applyAsInt(ratio.denominator()));
    }
    if (measure instanceof Measure.BinomialTail tail) {
      return new Lift(
          slotOf.applyAsInt(tail.trials()), slotOf.applyAsInt(tail.successes()), minorShare);
    }
    throw new IllegalStateException("a measure of unknown kind " + measure);
  }

  static int maskOf(Measure.DistinctCodes distinct) {
    int mask = 0;
    for (SignalCode code : distinct.codes()) {
      mask |= 1 << code.ordinal();
    }
    return mask;
  }

  static int columnOf(Table table, String name) {
    int column = table.columns().indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException(
          table + " has no column " + name + "; it has " + table.columns());
    }
    return column;
  }

  private static final class OfAttribute extends Computation {
    private final Attribute attribute;

    OfAttribute(Attribute attribute) {
      this.attribute = attribute;
    }

    @Override
    long compute(Values values) {
      return values.facts().attribute(attribute);
    }
  }

  private static final class OverRows extends Computation {
    private final Table table;
    private final int column;
    private final Evaluator where;
    private final long windowMs;

    OverRows(Table table, int column, Condition where, long windowMs) {
      this.table = table;
      this.column = column;
      this.where = Evaluator.lower(where, name -> columnOf(table, name));
      this.windowMs = windowMs;
    }

    @Override
    long compute(Values values) {
      return values.sum(table, column, where, windowMs);
    }
  }

  private static final class OverCodes extends Computation {
    private final int mask;
    private final long windowMs;

    OverCodes(int mask, long windowMs) {
      this.mask = mask;
      this.windowMs = windowMs;
    }

    @Override
    long compute(Values values) {
      int seen = values.facts().codesAfter(values.atMs() - windowMs);
      return Fixed.whole(Integer.bitCount(seen & mask));
    }

    @Override
    int families(Values values) {
      return Signs.families(values.facts().codesAfter(values.atMs() - windowMs) & mask);
    }
  }

  private static final class OverNames extends Computation {
    private final Table table;
    private final int column;
    private final Evaluator where;
    private final long windowMs;

    OverNames(Measure.DistinctOf distinct, long windowMs) {
      this.table = distinct.table();
      this.column = columnOf(table, distinct.column());
      this.where = Evaluator.lower(distinct.where(), name -> columnOf(table, name));
      this.windowMs = windowMs;
    }

    @Override
    long compute(Values values) {
      return values.distinct(table, column, where, windowMs);
    }
  }

  private static final class Quotient extends Computation {
    private final int numerator;
    private final int denominator;

    Quotient(int numerator, int denominator) {
      this.numerator = numerator;
      this.denominator = denominator;
    }

    @Override
    long compute(Values values) {
      return Fixed.ratio(values.get(numerator), values.get(denominator));
    }
  }

  private static final class Lift extends Computation {
    private final int trials;
    private final int successes;
    private final long minorShare;

    Lift(int trials, int successes, long minorShare) {
      this.trials = trials;
      this.successes = successes;
      this.minorShare = minorShare;
    }

    @Override
    long compute(Values values) {
      long n = values.get(trials);
      long k = values.get(successes);
      if (n == Fixed.UNKNOWN || k == Fixed.UNKNOWN) {
        return Fixed.UNKNOWN;
      }
      return Binomial.tail((int) (n / Fixed.ONE), (int) (k / Fixed.ONE), minorShare);
    }
  }
}
