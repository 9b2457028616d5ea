package org.vigie.cli.evaluate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.vigie.simulator.score.AblationScore;
import org.vigie.simulator.score.BudgetScore;
import org.vigie.simulator.score.Evaluation;
import org.vigie.simulator.score.HarmScore;
import org.vigie.simulator.score.LookAlikeScore;
import org.vigie.simulator.score.RuleScore;
import org.vigie.simulator.score.Share;
import org.vigie.simulator.score.VariantScore;

/** An evaluation as JSON Lines: a line of totals, then each figure's. */
final class EvaluationJson {
  private EvaluationJson() {}

  static List<String> lines(Evaluation evaluation, List<VariantScore> variants) {
    List<String> lines = new ArrayList<>();
    lines.add(totals(evaluation).toString());
    evaluation.harms().forEach(harm -> lines.add(harm(harm).toString()));
    evaluation.rules().forEach(rule -> lines.add(rule(rule).toString()));
    evaluation.lookAlikes().forEach(score -> lines.add(lookAlike(score).toString()));
    evaluation.budgets().forEach(budget -> lines.add(budget(budget).toString()));
    evaluation.ablations().forEach(ablation -> lines.add(ablation(ablation).toString()));
    variants.forEach(variant -> lines.add(variant(variant).toString()));
    return lines;
  }

  private static ObjectNode totals(Evaluation evaluation) {
    ObjectNode json = of("totals");
    json.put("synthetic", true);
    json.put("seed", evaluation.totals().seed()).put("accounts", evaluation.totals().accounts());
    json.put("days", evaluation.totals().days()).put("events", evaluation.totals().events());
    json.put("active_user_weeks", evaluation.totals().activeUserWeeks());
    json.put("alerts", evaluation.alerts());
    share(json, "recall", evaluation.all());
    share(json, "recall_above", evaluation.above());
    share(json, "precision_at_budget", evaluation.asked().precision());
    return json.put("budget_a_week", evaluation.asked().alertsAWeek());
  }

  private static ObjectNode harm(HarmScore harm) {
    ObjectNode json = of("harm");
    json.put("indicator", harm.planted().indicator()).put("planted", harm.planted().name());
    json.put("harm", harm.planted().harm().name());
    share(json, "recall", harm.all());
    share(json, "recall_above", harm.above());
    share(json, "recall_above_waking", harm.aboveWaking());
    share(json, "recall_below", harm.below());
    share(json, "before_step", harm.beforeStep());
    number(json, "delay_median_ms", harm.delayMs().median());
    number(json, "delay_p90_ms", harm.delayMs().p90());
    number(json, "acts_before_median", harm.messages().median());
    number(json, "targets_before_median", harm.targets().median());
    ObjectNode rules = json.putObject("rules");
    new TreeMap<>(harm.rules()).forEach(rules::put);
    return json;
  }

  private static ObjectNode rule(RuleScore rule) {
    ObjectNode json = of("rule");
    if (rule.rule().isEmpty()) {
      json.putNull("rule");
    } else {
      json.put("rule", rule.rule());
    }
    json.put("severity", rule.severity().name()).put("right", rule.right());
    return json.put("wrong", rule.wrong()).put("wrong_per_1000_user_weeks", rule.wrongPer1000());
  }

  private static ObjectNode lookAlike(LookAlikeScore score) {
    ObjectNode json = of("look_alike").put("kind", score.kind().name());
    json.put("stories", score.stories()).put("medium_or_more", score.woken());
    return json.put("low", score.low());
  }

  private static ObjectNode budget(BudgetScore budget) {
    ObjectNode json = of("budget").put("alerts_a_week", budget.alertsAWeek());
    share(json, "precision", budget.precision());
    return json;
  }

  private static ObjectNode ablation(AblationScore ablation) {
    ObjectNode json = of("ablation").put("without", ablation.without().name());
    share(json, "recall_above", ablation.above());
    return json.put("wrong_medium_or_more", ablation.wrongWaking());
  }

  private static ObjectNode variant(VariantScore variant) {
    ObjectNode json = of("variant").put("kind", variant.kind().name()).put("name", variant.name());
    share(json, "recall_above", variant.above());
    share(json, "recall", variant.all());
    json.put("wrong_medium", variant.wrongMedium()).put("wrong_high", variant.wrongHigh());
    return json.put("look_alikes_medium_or_more", variant.wokenLookAlikes());
  }

  private static ObjectNode of(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static void share(ObjectNode json, String name, Share share) {
    json.putObject(name).put("hits", share.hits()).put("of", share.of());
  }

  private static void number(ObjectNode json, String name, OptionalLong value) {
    if (value.isPresent()) {
      json.put(name, value.getAsLong());
    } else {
      json.putNull(name);
    }
  }
}
