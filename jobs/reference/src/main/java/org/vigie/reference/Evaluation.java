package org.vigie.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Table;

/** The features of one occasion as of one instant, from the definitions of {@link Measure}. */
final class Evaluation {
  private final Knowledge known;
  private final RuleReading reading;
  private final AgeModel ages;
  private final Occasion occasion;
  private final Instant asOf;
  private final Instant beliefsAsOf;
  private final Map<String, Long> values = new HashMap<>();
  private final Map<Table, List<Rows.Row>> rows = new EnumMap<>(Table.class);
  private final Map<String, Evaluation> ofPairs = new HashMap<>();
  private final Judging judging;
  private final Optional<SignalCode> each;

  /**
   * The features as of an instant, with what is believed and kept as of the same or a later one.
   *
   * @param each the code that the rule is judged for, if it is (page 0011 ¶50)
   */
  Evaluation(
      Judging judging,
      Occasion occasion,
      Instant asOf,
      Instant beliefsAsOf,
      Optional<SignalCode> each) {
    this.judging = judging;
    this.each = each;
    this.known = judging.known();
    this.reading = judging.reading();
    this.ages = judging.rules().ages();
    this.occasion = occasion;
    this.asOf = asOf;
    this.beliefsAsOf = beliefsAsOf;
  }

  Truth truth(Condition condition) {
    return Truth.of(condition, this::value);
  }

  /** The comparisons of a condition that hold, of those under a `not` those that do not. */
  List<Condition.Compare> holding(Condition condition) {
    return holding(condition, Truth.TRUE);
  }

  private List<Condition.Compare> holding(Condition condition, Truth wanted) {
    List<Condition.Compare> holding = new ArrayList<>();
    if (condition instanceof Condition.Compare compare) {
      holding.addAll(truth(compare) == wanted ? List.of(compare) : List.of());
    } else if (condition instanceof Condition.Not not) {
      holding.addAll(holding(not.of(), wanted.negated()));
    } else if (condition instanceof Condition.All all) {
      all.of().forEach(part -> holding.addAll(holding(part, wanted)));
    } else if (condition instanceof Condition.Any any) {
      any.of().forEach(part -> holding.addAll(holding(part, wanted)));
    }
    return holding;
  }

  /** Value of a feature, fixed-point; {@link Fixed#UNKNOWN} if it is not known. */
  long value(String id) {
    Long computed = values.get(id);
    if (computed == null) {
      computed = measured(reading.feature(id));
      values.put(id, computed);
    }
    return computed;
  }

  private long measured(Feature feature) {
    Measure measure = feature.measure();
    if (measure instanceof Measure.Known value) {
      return new Attributes(known, occasion, asOf, beliefsAsOf).value(value.attribute());
    }
    if (measure instanceof Measure.Count count) {
      return Fixed.whole(rows(count.table(), count.where(), feature.windowMs()).size());
    }
    if (measure instanceof Measure.Sum sum) {
      return sum(sum, feature.windowMs());
    }
    if (measure instanceof Measure.DistinctCodes codes) {
      return occasion instanceof Occasion.OfPair
          ? Fixed.whole(codesSeen(codes, feature.windowMs()).size())
          : Fixed.UNKNOWN;
    }
    if (measure instanceof Measure.Ratio ratio) {
      return Fixed.ratio(value(ratio.numerator()), value(ratio.denominator()));
    }
    if (measure instanceof Measure.BinomialTail tail) {
      return chance(value(tail.trials()), value(tail.successes()));
    }
    if (measure instanceof Measure.Hits) {
      return occasion instanceof Occasion.OfPair
          ? Fixed.whole(hits(feature).map(Hits.Counted::number).orElse(0L))
          : Fixed.UNKNOWN;
    }
    if (measure instanceof Measure.Pairs pairs) {
      return occasion instanceof Occasion.OfAccount ? over(pairs) : Fixed.UNKNOWN;
    }
    if (measure instanceof Measure.DistinctOf distinct) {
      return Fixed.whole(
          rows(distinct.table(), distinct.where(), feature.windowMs()).stream()
              .map(row -> row.name(distinct.column()))
              .filter(Unknown::isKnown)
              .distinct()
              .count());
    }
    throw new IllegalArgumentException("no such kind of measure: " + measure);
  }

  private long chance(long trials, long successes) {
    return trials == Fixed.UNKNOWN || successes == Fixed.UNKNOWN
        ? Fixed.UNKNOWN
        : Chance.atLeast(
            trials / Fixed.ONE, Math.floorDiv(successes, Fixed.ONE), ages.minorShare());
  }

  private long sum(Measure.Sum sum, long windowMs) {
    long total = 0;
    for (Rows.Row row : rows(sum.table(), sum.where(), windowMs)) {
      long value = row.column(sum.column());
      total += value == Fixed.UNKNOWN ? 0 : value;
    }
    return total;
  }

  /** Rows of the window for which a condition is true, oldest first. */
  List<Rows.Row> rows(Table table, Condition where, long windowMs) {
    List<Rows.Row> counted = new ArrayList<>();
    for (Rows.Row row : rowsOf(table)) {
      boolean inWindow = windowMs == 0 || row.at().isWithin(windowMs, asOf);
      if (inWindow && Truth.of(where, row::column) == Truth.TRUE) {
        counted.add(row);
      }
    }
    return counted;
  }

  private List<Rows.Row> rowsOf(Table table) {
    return rows.computeIfAbsent(
        table, absent -> new Rows(known, asOf, beliefsAsOf).of(table, occasion));
  }

  /** The codes out of a set that the account sent the counterpart in the window. */
  Set<SignalCode> codesSeen(Measure.DistinctCodes distinct, long windowMs) {
    Set<SignalCode> seen = EnumSet.noneOf(SignalCode.class);
    if (occasion instanceof Occasion.OfPair pair) {
      known
          .codes
          .latest(pair.account(), pair.counterpart(), asOf)
          .forEach(
              (code, message) -> {
                if (distinct.codes().contains(code) && message.at().isWithin(windowMs, asOf)) {
                  seen.add(code);
                }
              });
    }
    return seen;
  }

  /** The pairs that the account keeps, with what of them it was told later than the instant. */
  private SortedMap<String, KeptPair> keptPairs() {
    return known.keptPairs.of(occasion.account(), beliefsAsOf);
  }

  /** What a feature counts in the pair up to the instant, if the account keeps it (0011 ¶55). */
  Optional<Hits.Counted> hits(Feature feature) {
    if (occasion instanceof Occasion.OfPair pair
        && feature.measure() instanceof Measure.Hits measure) {
      return Optional.ofNullable(keptPairs().get(pair.counterpart()))
          .map(kept -> new Hits(known.relays, pair, kept.upTo(asOf), each))
          .map(hits -> hits.count(measure, feature.windowMs(), asOf));
    }
    return Optional.empty();
  }

  /** ¶49: how many pairs, or the sum over them. */
  private long over(Measure.Pairs pairs) {
    List<String> others = satisfying(pairs);
    if (pairs.sum().isEmpty()) {
      return Fixed.whole(
          switch (pairs.votes()) {
            case A_PAIR -> others.size();
            case A_CLUSTER -> known.votes.count(others, keptPairs());
            case A_MESSAGE -> Math.min(others.size(), messages(pairs, others));
          });
    }
    long total = 0;
    for (String other : others) {
      long value = ofPair(other).value(pairs.sum());
      total += value == Fixed.UNKNOWN ? 0 : value;
    }
    return total;
  }

  /** ¶49: the different events that the hits which the condition compares count in these pairs. */
  private int messages(Measure.Pairs pairs, List<String> others) {
    Set<Instant> instants = new HashSet<>();
    for (String other : others) {
      for (Feature feature : judging.reading().hits(pairs)) {
        ofPair(other)
            .hits(feature)
            .ifPresent(counted -> counted.hits().forEach(hit -> instants.add(hit.event().at())));
      }
    }
    return instants.size();
  }

  /** The others of the kept pairs that satisfy a condition. */
  List<String> satisfying(Measure.Pairs pairs) {
    return keptPairs().keySet().stream()
        .filter(other -> ofPair(other).truth(pairs.where()) == Truth.TRUE)
        .toList();
  }

  /** The features of one of the account's pairs. */
  Evaluation ofPair(String other) {
    Evaluation known = ofPairs.get(other);
    if (known == null) {
      Occasion pair = new Occasion.OfPair(occasion.account(), other, true);
      known = new Evaluation(judging, pair, asOf, beliefsAsOf, each);
      ofPairs.put(other, known);
    }
    return known;
  }
}
