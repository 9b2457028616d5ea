package org.vigie.rules.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vigie.core.rule.Anchor;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Table;
import org.vigie.core.rule.ValueType;

/**
 * Every number of a rule set that decides whether something fires, each by a name that outlives its
 * tuning: bars, windows, anchors, guards with their effects, cool-downs. Makes rule sets in which
 * one of them is moved by a step: a count by 1, hours by 1, a length of time by a second, a
 * measured number by a tenth of its bar.
 */
final class Thresholds {
  private static final long STEP_MS = 1000;
  private static final long PART = 10;

  private final Map<String, ValueType> types;
  private final String wanted;
  private final int direction;
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  private Thresholds(Map<String, ValueType> types, String wanted, int direction) {
    this.types = types;
    this.wanted = wanted;
    this.direction = direction;
  }

  /** Names of all of them. */
  static List<String> names(RuleSet rules, Map<String, ValueType> types) {
    Thresholds walk = new Thresholds(types, "", 0);
    walk.rules(rules);
    return walk.names;
  }

  /**
   * The same rules with one of them moved.
   *
   * @param direction 1 up, -1 down
   */
  static RuleSet moved(RuleSet rules, Map<String, ValueType> types, String wanted, int direction) {
    return new Thresholds(types, wanted, direction).rules(rules);
  }

  private RuleSet rules(RuleSet rules) {
    return new RuleSet(
        rules.features().stream().map(this::feature).toList(),
        rules.guards().stream().map(this::guard).toList(),
        rules.rules().stream().map(this::rule).toList(),
        rules.ages(),
        rules.effectiveFromMs(),
        rules.communities(),
        rules.bundle());
  }

  private Feature feature(Feature feature) {
    String name = "feature " + feature.id();
    return new Feature(
        feature.id(),
        feature.scope(),
        measure(name, feature.measure()),
        isDerived(feature.measure())
            ? feature.windowMs()
            : time(name + " window", feature.windowMs()),
        feature.families(),
        feature.onlyRises());
  }

  /** Whether a feature has no window of its own: it lasts as long as what it is made of. */
  private static boolean isDerived(Measure measure) {
    return measure instanceof Measure.Pairs
        || measure instanceof Measure.Ratio
        || measure instanceof Measure.BinomialTail;
  }

  private Measure measure(String name, Measure measure) {
    if (measure instanceof Measure.Count count) {
      return new Measure.Count(count.table(), where(name, count.table(), count.where()));
    }
    if (measure instanceof Measure.Sum sum) {
      return new Measure.Sum(sum.table(), sum.column(), where(name, sum.table(), sum.where()));
    }
    if (measure instanceof Measure.DistinctOf distinct) {
      return new Measure.DistinctOf(
          distinct.table(), distinct.column(), where(name, distinct.table(), distinct.where()));
    }
    if (measure instanceof Measure.Pairs pairs) {
      Condition where = condition(name + " where", pairs.where(), types::get);
      return new Measure.Pairs(where, pairs.sum(), pairs.votes());
    }
    if (measure instanceof Measure.Hits hits) {
      return new Measure.Hits(
          hits.signs(),
          hits.by(),
          hits.privately(),
          hits.plain(),
          hits.unlessRelayed(),
          hits.after().stream().map(anchor -> anchor(name, anchor)).toList());
    }
    return measure;
  }

  private Anchor anchor(String name, Anchor anchor) {
    long withinMs = time(name + " after", anchor.withinMs());
    return new Anchor(anchor.signs(), anchor.by(), anchor.moments(), withinMs);
  }

  private Condition where(String name, Table table, Condition where) {
    return condition(name + " where", where, column -> typeOf(table, column));
  }

  private static ValueType typeOf(Table table, String column) {
    return table.column(column).orElseThrow().type();
  }

  private Guard guard(Guard guard) {
    String name = "guard " + guard.name();
    return new Guard(
        guard.name(),
        guard.feature(),
        condition(name + " when", guard.when(), types::get),
        at(name + " effect", guard.effect(), guard.effect() / PART));
  }

  private Rule rule(Rule rule) {
    String name = "rule " + rule.id();
    Condition when = condition(name + " when", rule.when(), types::get);
    List<Claim> claims = new ArrayList<>();
    for (Claim claim : rule.claims()) {
      String named = name + " " + claim.severity();
      Condition claimed = condition(named, claim.when(), types::get);
      claims.add(new Claim(claim.severity(), claim.standsAlone(), claimed));
    }
    return new Rule(
        rule.id(),
        rule.version(),
        rule.harm(),
        rule.scope(),
        when,
        claims,
        rule.guards(),
        time(name + " cool_down", rule.cooldownMs()),
        rule.neverSilenced(),
        rule.warnsOfMeetings(),
        rule.texts(),
        rule.forEachCode(),
        rule.subjectRole());
  }

  private Condition condition(String name, Condition of, Function<String, ValueType> typeOf) {
    if (of instanceof Condition.All all) {
      return new Condition.All(
          all.of().stream().map(part -> condition(name, part, typeOf)).toList());
    }
    if (of instanceof Condition.Any any) {
      return new Condition.Any(
          any.of().stream().map(part -> condition(name, part, typeOf)).toList());
    }
    if (of instanceof Condition.Not not) {
      return new Condition.Not(condition(name, not.of(), typeOf));
    }
    Condition.Compare compare = (Condition.Compare) of;
    long step =
        switch (typeOf.apply(compare.name())) {
          case FLAG, TOKEN -> 0;
          case WHOLE -> Fixed.ONE;
          case NUMBER -> Math.max(1, Math.abs(compare.threshold()) / PART);
        };
    String named = name + " " + compare.name() + " " + compare.operator();
    long threshold = step == 0 ? compare.threshold() : at(named, compare.threshold(), step);
    return new Condition.Compare(compare.name(), compare.operator(), threshold);
  }

  /** A length of time; 0 is none. */
  private long time(String name, long ms) {
    return ms == 0 ? 0 : at(name, ms, STEP_MS);
  }

  private long at(String name, long value, long step) {
    int before = seen.merge(name, 1, Integer::sum) - 1;
    String unique = before == 0 ? name : name + " " + (before + 1);
    names.add(unique);
    return unique.equals(wanted) ? value + direction * step : value;
  }
}
