package org.vigie.core.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.vigie.core.judge.Verdict.Clause;
import org.vigie.core.judge.Verdict.GuardEffect;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Condition.Compare;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.Signs;
import org.vigie.core.rule.Table;

/** One rule over the slots of its scope. It judges the subject that its {@link Judge} began. */
public final class CompiledRule {
  private static final Truth[] TRUTHS = Truth.values();

  private final Rule rule;
  private final Values values;
  private final Judge judge;
  private final Evaluator when;
  private final List<Evaluator> claims = new ArrayList<>();
  private final List<GuardOfRule> guards = new ArrayList<>();
  private final Reads reads;
  private final boolean certain;
  private final long[] eachOf;

  private record GuardOfRule(Guard guard, int slot, Evaluator when) {}

  CompiledRule(Rule rule, Values values, Judge judge, RuleSet ruleSet) {
    this.rule = rule;
    this.values = values;
    this.judge = judge;
    ToIntFunction<String> slotOf = judge::slotOf;
    this.when = Evaluator.lower(rule.when(), slotOf);
    for (Claim claim : rule.claims()) {
      claims.add(Evaluator.lower(claim.when(), slotOf));
    }
    for (String name : rule.guards()) {
      Guard guard = named(name, ruleSet.guards());
      guards.add(
          new GuardOfRule(
              guard, judge.slotOf(guard.feature()), Evaluator.lower(guard.when(), slotOf)));
    }
    List<Compare> compares = comparesOf(rule.when());
    rule.claims().forEach(claim -> compares.addAll(comparesOf(claim.when())));
    this.reads = new Reads(compares, judge);
    this.certain = new Certainty(judge::feature).of(rule);
    this.eachOf = rule.forEachCode().stream().mapToLong(Signs::bit).toArray();
  }

  private static Guard named(String name, List<Guard> known) {
    for (Guard guard : known) {
      if (guard.name().equals(name)) {
        return guard;
      }
    }
    throw new IllegalArgumentException("no guard is called " + name);
  }

  /** The rule. */
  public Rule rule() {
    return rule;
  }

  /** Whether a finding of the rule can't be undone by more events: see {@link Certainty}. */
  public boolean isCertain() {
    return certain;
  }

  /** The longest window of the features in its condition, milliseconds. */
  public long longestWindowMs() {
    return reads.longestWindowMs();
  }

  /** Whether it counts over a table. */
  public boolean reads(Table table) {
    return reads.reads(table);
  }

  /** Whether it counts over the pairs of an account. */
  public boolean readsPairs() {
    return reads.pairs();
  }

  /** Whether it reads the signed events of a pair, or what else is kept with them. */
  public boolean readsSigns() {
    return reads.signs();
  }

  /** Whether it rests on beliefs about ages. */
  public boolean readsAges() {
    return reads.ages();
  }

  /** Whether a feature that the rule compares counts a row of the present subject. */
  public boolean counts(Table table, int row) {
    return reads.counts(table, row, values);
  }

  /** Whether the rule fires on the subject that was begun; allocates nothing. */
  public boolean fires() {
    return eachOf.length == 0 ? isHeardToHold(0) : firesForOne();
  }

  private boolean firesForOne() {
    for (long code : eachOf) {
      if (isHeardToHold(code)) {
        return true;
      }
    }
    return false;
  }

  /** Whoever listens hears of each code, while the values are those of that code. */
  private boolean isHeardToHold(long code) {
    values.turnTo(code);
    boolean holds = when.test(values) == Evaluator.TRUE;
    judge.listener().judged(this);
    return holds;
  }

  /** Tells what the rule rests on in the subject that was begun; call only when it fires. */
  public void restsOn(RestsOn hears) {
    Set<String> compared = new LinkedHashSet<>();
    comparesOf(rule.when()).forEach(compare -> compared.add(compare.name()));
    for (Claim claim : rule.claims()) {
      comparesOf(claim.when()).forEach(compare -> compared.add(compare.name()));
    }
    for (String name : compared) {
      values.restsOn(judge.slotOf(name), RestsOn.JUDGED_PAIR, hears);
    }
  }

  /** What a condition over features of the rule's scope is for the subject that was begun. */
  public Truth truth(Condition condition) {
    return TRUTHS[Evaluator.lower(condition, judge::slotOf).test(values)];
  }

  /** A feature's value of the subject that was begun, fixed-point or unknown. */
  public long value(String feature) {
    return values.get(judge.slotOf(feature));
  }

  /** The instant as of which the subject was begun, epoch milliseconds. */
  public long atMs() {
    return values.atMs();
  }

  /** Everything that a finding rests on; call only when the rule fires. */
  public Verdict verdict() {
    int claimed = claimed();
    Claim claim = rule.claims().get(claimed);
    List<GuardEffect> effects = new ArrayList<>();
    long weight = Fixed.ONE;
    for (GuardOfRule guard : guards) {
      long value = values.get(guard.slot);
      if (value != Fixed.UNKNOWN) {
        boolean applies = !rule.neverSilenced() && guard.when.test(values) == Evaluator.TRUE;
        long effect = applies ? guard.guard.effect() : 0;
        weight = Fixed.times(weight, Fixed.ONE - effect);
        effects.add(new GuardEffect(guard.guard.name(), value, effect));
      }
    }
    Severity severity = claim.severity().lowered(stepsDown(weight));
    Set<Compare> compares = new LinkedHashSet<>(comparesOf(rule.when()));
    compares.addAll(comparesOf(claim.when()));
    return new Verdict(
        claim.severity(),
        severity,
        claim.standsAlone(),
        families(rule.when(), true) | families(claim.when(), true),
        weight,
        clauses(compares),
        effects);
  }

  /** The severity that it claims, before guards; call only when the rule fires. */
  public Severity claimedSeverity() {
    return rule.claims().get(claimed()).severity();
  }

  private int claimed() {
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).test(values) == Evaluator.TRUE) {
        return i;
      }
    }
    throw new IllegalStateException("the last claim of " + rule.id() + " did not hold");
  }

  private static int stepsDown(long weight) {
    if (weight <= Fixed.ONE / 4) {
      return 2;
    }
    return weight <= Fixed.ONE / 2 ? 1 : 0;
  }

  private List<Clause> clauses(Set<Compare> compares) {
    List<Clause> clauses = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    for (Compare compare : compares) {
      if (named.add(compare.name())) {
        long observed = values.get(judge.slotOf(compare.name()));
        clauses.add(new Clause(compare.name(), observed, compare.threshold()));
      }
    }
    return clauses;
  }

  /** Families of the comparisons that hold; a negated one holds when it is known to be false. */
  private int families(Condition condition, boolean holds) {
    if (condition instanceof Compare compare) {
      int wanted = holds ? Evaluator.TRUE : Evaluator.FALSE;
      boolean used = Evaluator.lower(compare, judge::slotOf).test(values) == wanted;
      return used ? families(compare.name()) : 0;
    }
    if (condition instanceof Condition.Not not) {
      return families(not.of(), !holds);
    }
    int mask = 0;
    for (Condition part : partsOf(condition)) {
      mask |= families(part, holds);
    }
    return mask;
  }

  private int families(String name) {
    int mask = values.families(judge.slotOf(name));
    for (Family family : judge.feature(name).families()) {
      mask |= family.bit();
    }
    return mask;
  }

  private static List<Condition> partsOf(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.of();
    }
    return condition instanceof Condition.Any any ? any.of() : List.of();
  }

  static List<Compare> comparesOf(Condition condition) {
    List<Compare> compares = new ArrayList<>();
    if (condition instanceof Compare compare) {
      compares.add(compare);
    } else if (condition instanceof Condition.Not not) {
      compares.addAll(comparesOf(not.of()));
    } else {
      partsOf(condition).forEach(part -> compares.addAll(comparesOf(part)));
    }
    return compares;
  }
}
