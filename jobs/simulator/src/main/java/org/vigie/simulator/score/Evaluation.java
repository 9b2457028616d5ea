package org.vigie.simulator.score;

import java.util.List;
import org.vigie.simulator.truth.TruthTotals;

/**
 * Alerts held against the truth about a world.
 *
 * @param harms one of each kind that was planted, in the order of the catalogue
 * @param rules one of each rule and severity that there were, the totals first
 * @param lookAlikes one of each kind that there was
 * @param budgets precision at growing budgets, the asked one among them
 * @param asked the asked budget
 * @param ablations one of each kind of evidence that a finding used
 * @param alerts how many alerts were judged
 */
public record Evaluation(
    TruthTotals totals,
    List<HarmScore> harms,
    List<RuleScore> rules,
    List<LookAlikeScore> lookAlikes,
    List<BudgetScore> budgets,
    BudgetScore asked,
    List<AblationScore> ablations,
    int alerts) {
  public Evaluation {
    harms = List.copyOf(harms);
    rules = List.copyOf(rules);
    lookAlikes = List.copyOf(lookAlikes);
    budgets = List.copyOf(budgets);
    ablations = List.copyOf(ablations);
  }

  /** Found of all cases that show. */
  public Share above() {
    int hits = harms.stream().mapToInt(harm -> harm.above().hits()).sum();
    return new Share(hits, harms.stream().mapToInt(harm -> harm.above().of()).sum());
  }

  /** Found of all cases. */
  public Share all() {
    int hits = harms.stream().mapToInt(harm -> harm.all().hits()).sum();
    return new Share(hits, harms.stream().mapToInt(harm -> harm.all().of()).sum());
  }
}
