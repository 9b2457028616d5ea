package org.vigie.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Attribute;
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

  Evaluation(Judging judging, Occasion occasion, Instant asOf, Instant beliefsAsOf) {
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
      return attribute(value.attribute());
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

  private long attribute(Attribute attribute) {
    String account = occasion.account();
    return switch (attribute) {
      case OWN_ADULT -> {
        Belief own = known.ages.own(account, beliefsAsOf);
        yield own.sourced() ? own.pAdult() : Fixed.UNKNOWN;
      }
      case ROLE_VERIFIED -> role(account, SessionEvent.RoleSource.PLATFORM_VERIFIED);
      case ROLE_ASSERTED -> role(account, SessionEvent.RoleSource.SELF);
      case TENURE_DAYS ->
          known.profiles.tenureDays(account, asOf).stream()
              .map(Fixed::whole)
              .findFirst()
              .orElse(Fixed.UNKNOWN);
      case HOUSEHOLD ->
          occasion instanceof Occasion.OfPair pair
              ? flag(known.devices.isOfHousehold(account, pair.counterpart(), asOf))
              : Fixed.UNKNOWN;
      case AGE_GAP ->
          occasion instanceof Occasion.OfPair pair
              ? known
                  .ages
                  .own(account, beliefsAsOf)
                  .ageGap(known.ages.seenByOthers(pair.counterpart(), beliefsAsOf))
              : Fixed.UNKNOWN;
      case ACCOUNT_AGE_HOURS,
          SELLER,
          SELLER_VERIFIED,
          P_MINOR,
          AGE_SOURCED,
          OPENED_BY_OWN,
          UNSOLICITED,
          UNANSWERED_RUN,
          UNANSWERED_HOURS ->
          throw new IllegalArgumentException("not read yet: " + attribute);
    };
  }

  private long role(String account, SessionEvent.RoleSource source) {
    return flag(known.profiles.hasRole(account, source, asOf));
  }

  private static long flag(boolean value) {
    return value ? Fixed.ONE : 0;
  }
}
