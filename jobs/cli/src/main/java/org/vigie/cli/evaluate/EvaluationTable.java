package org.vigie.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.Printable;
import org.vigie.cli.console.Style;
import org.vigie.cli.console.Table;
import org.vigie.simulator.score.AblationScore;
import org.vigie.simulator.score.BudgetScore;
import org.vigie.simulator.score.Evaluation;
import org.vigie.simulator.score.HarmScore;
import org.vigie.simulator.score.LookAlikeScore;
import org.vigie.simulator.score.RuleScore;
import org.vigie.simulator.score.VariantScore;

/** An evaluation for a terminal. */
final class EvaluationTable {
  private EvaluationTable() {}

  static List<String> lines(Evaluation evaluation, List<VariantScore> variants, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.paint(Ink.STRONG, "Planted harms: recall is synthetic"));
    lines.addAll(harms(evaluation).lines(style));
    lines.add("");
    lines.add(style.paint(Ink.STRONG, "Alerts by rule: wrong ones per 1000 active user-weeks"));
    lines.addAll(rules(evaluation).lines(style));
    lines.add("");
    lines.add(style.paint(Ink.STRONG, "Look-alikes: alerts about them"));
    lines.addAll(lookAlikes(evaluation).lines(style));
    lines.add("");
    lines.add(style.paint(Ink.STRONG, "Precision of what is read, the worst first"));
    lines.addAll(budgets(evaluation).lines(style));
    lines.add("");
    lines.add(style.paint(Ink.STRONG, "Without the findings that used a kind of evidence"));
    lines.addAll(ablations(evaluation).lines(style));
    lines.add("");
    if (!variants.isEmpty()) {
      lines.add(style.paint(Ink.STRONG, "Judged anew, with one thing changed"));
      lines.addAll(variants(variants).lines(style));
      lines.add("");
    }
    lines.add(
        "%d accounts, %d days, seed %d: %d events, %d active user-weeks, %d alerts"
            .formatted(
                evaluation.totals().accounts(),
                evaluation.totals().days(),
                evaluation.totals().seed(),
                evaluation.totals().events(),
                evaluation.totals().activeUserWeeks(),
                evaluation.alerts()));
    return lines;
  }

  private static Table harms(Evaluation evaluation) {
    Table table = new Table();
    head(
        table,
        "",
        "harm",
        "recall",
        "shows",
        "waking",
        "hardly",
        "before step",
        "after",
        "p90",
        "acts",
        "targets",
        "by");
    for (HarmScore harm : evaluation.harms()) {
      String by =
          new TreeMap<>(harm.rules())
              .entrySet().stream()
                  .map(entry -> Printable.of(entry.getKey()) + " " + entry.getValue())
                  .reduce((one, other) -> one + ", " + other)
                  .orElse("-");
      table
          .row()
          .cell(harm.planted().indicator())
          .cell(harm.planted().label())
          .cell(Figures.of(harm.all()))
          .cell(ink(harm), Figures.of(harm.above()))
          .cell(Figures.of(harm.aboveWaking()))
          .cell(Figures.of(harm.below()))
          .cell(Figures.of(harm.beforeStep()))
          .cell(Figures.duration(harm.delayMs().median()))
          .cell(Figures.duration(harm.delayMs().p90()))
          .cell(Figures.count(harm.messages().median()))
          .cell(Figures.count(harm.targets().median()))
          .cell(by);
    }
    table
        .row()
        .cell("")
        .cell("all")
        .cell(Figures.of(evaluation.all()))
        .cell(Figures.of(evaluation.above()));
    return table;
  }

  private static Ink ink(HarmScore harm) {
    if (harm.above().value() >= 0.9) {
      return Ink.GOOD;
    }
    return harm.above().hits() == 0 ? Ink.BAD : Ink.WARNING;
  }

  private static Table rules(Evaluation evaluation) {
    Table table = new Table();
    head(table, "rule", "severity", "right", "wrong", "per 1000");
    for (RuleScore rule : evaluation.rules()) {
      table
          .row()
          .cell(rule.rule().isEmpty() ? "all" : Printable.of(rule.rule()))
          .cell(rule.severity().name())
          .cell(String.valueOf(rule.right()))
          .cell(String.valueOf(rule.wrong()))
          .cell(Figures.rate(rule.wrongPer1000()));
    }
    return table;
  }

  private static Table lookAlikes(Evaluation evaluation) {
    Table table = new Table();
    head(table, "look-alike", "stories", "MEDIUM or more", "LOW");
    for (LookAlikeScore score : evaluation.lookAlikes()) {
      table
          .row()
          .cell(score.kind().label())
          .cell(String.valueOf(score.stories()))
          .cell(score.woken() == 0 ? Ink.GOOD : Ink.BAD, String.valueOf(score.woken()))
          .cell(String.valueOf(score.low()));
    }
    return table;
  }

  private static Table budgets(Evaluation evaluation) {
    Table table = new Table();
    head(table, "a week", "right of read", "precision");
    for (BudgetScore budget : evaluation.budgets()) {
      table
          .row()
          .cell(String.valueOf(budget.alertsAWeek()))
          .cell(Figures.of(budget.precision()))
          .cell(Figures.rate(budget.precision()));
    }
    return table;
  }

  private static Table ablations(Evaluation evaluation) {
    Table table = new Table();
    head(table, "without", "found of what shows", "wrong, MEDIUM or more");
    for (AblationScore ablation : evaluation.ablations()) {
      table
          .row()
          .cell(ablation.without().name().toLowerCase(Locale.ROOT).replace('_', ' '))
          .cell(Figures.of(ablation.above()))
          .cell(String.valueOf(ablation.wrongWaking()));
    }
    return table;
  }

  private static Table variants(List<VariantScore> variants) {
    Table table = new Table();
    head(table, "", "found of what shows", "of all", "wrong MEDIUM", "HIGH or more", "look-alikes");
    for (VariantScore variant : variants) {
      table
          .row()
          .cell(Printable.of(variant.name()))
          .cell(Figures.of(variant.above()))
          .cell(Figures.of(variant.all()))
          .cell(String.valueOf(variant.wrongMedium()))
          .cell(String.valueOf(variant.wrongHigh()))
          .cell(String.valueOf(variant.wokenLookAlikes()));
    }
    return table;
  }

  private static void head(Table table, String... names) {
    Table.Row row = table.row();
    for (String name : names) {
      row.cell(Ink.FAINT, name);
    }
  }
}
