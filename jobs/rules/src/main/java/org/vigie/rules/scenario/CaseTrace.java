package org.vigie.rules.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.judge.JudgementListener;
import org.vigie.core.judge.Truth;
import org.vigie.core.rule.Condition;
import org.vigie.rules.cel.ConditionText;

/** Hears how a rule was judged: clause by clause, with the values that it saw. */
final class CaseTrace implements JudgementListener {
  /** Judgements kept of one case. */
  private static final int JUDGEMENTS_MAX = 10_000;

  /**
   * A clause at one instant.
   *
   * @param values name to value seen, fixed-point
   */
  record Clause(Condition clause, Truth truth, Map<String, Long> values) {}

  /** A judgement. */
  record Judgement(long atMs, List<Clause> clauses) {
    Judgement {
      clauses = List.copyOf(clauses);
    }

    long trueClauses() {
      return clauses.stream().filter(clause -> clause.truth() == Truth.TRUE).count();
    }

    boolean fires() {
      return trueClauses() == clauses.size();
    }
  }

  private final String rule;
  private final Set<Judgement> judgements = new LinkedHashSet<>();

  CaseTrace(String rule) {
    this.rule = rule;
  }

  @Override
  public void judged(CompiledRule judged) {
    if (!judged.rule().id().equals(rule) || judgements.size() >= JUDGEMENTS_MAX) {
      return;
    }
    List<Clause> clauses = new ArrayList<>();
    for (Condition clause : ConditionText.clauses(judged.rule().when())) {
      Map<String, Long> values = new LinkedHashMap<>();
      ConditionText.names(clause).forEach(name -> values.put(name, judged.value(name)));
      clauses.add(new Clause(clause, judged.truth(clause), values));
    }
    judgements.add(new Judgement(judged.atMs(), clauses));
  }

  /** All of them, those of tried orders of arrival included. */
  Set<Judgement> judgements() {
    return judgements;
  }

  /** The one that came nearest to firing, the latest of these. */
  List<Judgement> nearest() {
    Judgement nearest = null;
    for (Judgement judgement : judgements) {
      if (nearest == null || judgement.trueClauses() >= nearest.trueClauses()) {
        nearest = judgement;
      }
    }
    return nearest == null ? List.of() : List.of(nearest);
  }
}
