package org.vigie.core.judge;

import java.util.EnumMap;
import java.util.Map;
import org.vigie.core.age.AgeInference;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;

/** A rule set made ready to judge. Not thread-safe: one per thread. */
public final class CompiledRules {
  private final RuleSet ruleSet;
  private final String hash;
  private final AgeInference ages;
  private final Map<Scope, Judge> judges = new EnumMap<>(Scope.class);

  /** Ready to judge, with nobody listening. */
  public CompiledRules(RuleSet ruleSet) {
    this(ruleSet, JudgementListener.NONE);
  }

  /** Ready to judge. */
  public CompiledRules(RuleSet ruleSet, JudgementListener listener) {
    this.ruleSet = ruleSet;
    this.hash = ruleSet.bundle();
    this.ages = new AgeInference(ruleSet.ages());
    for (Scope scope : Scope.values()) {
      judges.put(scope, new Judge(ruleSet, scope, listener));
    }
  }

  /** What was compiled. */
  public RuleSet ruleSet() {
    return ruleSet;
  }

  /** Hash of the rule set; names the bundle in alerts. */
  public String hash() {
    return hash;
  }

  /** The age model made ready. */
  public AgeInference ages() {
    return ages;
  }

  /** The rules of a scope. */
  public Judge judge(Scope scope) {
    Judge judge = judges.get(scope);
    if (judge == null) {
      throw new IllegalStateException("every scope has a judge");
    }
    return judge;
  }

  /** Whether any rule of a scope is there, so that its stop is needed. */
  public boolean needs(Scope scope) {
    return !judge(scope).rules().isEmpty();
  }

  /** Whether a feature of a rule set counts over a table, so that its rows are needed. */
  public static boolean reads(RuleSet ruleSet, Table table) {
    for (Feature feature : ruleSet.features()) {
      Measure measure = feature.measure();
      if (measure instanceof Measure.Count count && count.table() == table
          || measure instanceof Measure.Sum sum && sum.table() == table
          || measure instanceof Measure.DistinctOf distinct && distinct.table() == table) {
        return true;
      }
    }
    return false;
  }
}
