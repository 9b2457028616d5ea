package org.vigie.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.cli.evaluate.BarPlot.Bar;
import org.vigie.simulator.score.AblationScore;
import org.vigie.simulator.score.BudgetScore;
import org.vigie.simulator.score.Evaluation;
import org.vigie.simulator.score.HarmScore;
import org.vigie.simulator.score.LookAlikeScore;
import org.vigie.simulator.score.RuleScore;
import org.vigie.simulator.score.VariantScore;

/**
 * An evaluation as one page that needs nothing else: no script, no font, no picture from outside.
 */
final class EvaluationPage {
  private static final double HOUR_MS = 3_600_000.0;
  private static final String STYLE =
      "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
          + "color:#1d2733}h2{margin-top:2.5rem}svg{width:100%;height:auto}"
          + "svg text{font:12px system-ui,sans-serif;fill:#1d2733}.note{color:#5a6b7c}"
          + "@media(prefers-color-scheme:dark){body{background:#14191f;color:#dde5ee}"
          + "svg text{fill:#dde5ee}.note{color:#93a3b3}}";

  private EvaluationPage() {}

  static String of(Evaluation evaluation, List<VariantScore> variants) {
    StringBuilder page = new StringBuilder(64 * 1024);
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>Vigie: evaluation on a synthetic world</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n<h1>Evaluation on a synthetic world</h1>\n<p>")
        .append(summary(evaluation))
        .append("</p>\n");
    section(page, "Recall by planted harm, of the cases that show", recall(evaluation));
    note(page, "Synthetic. Of all cases, with those that hardly show, it is lower.");
    section(page, "Hours from the first act to the first finding (median)", delays(evaluation));
    section(page, "Found before the harmful step, of all cases that have one", steps(evaluation));
    section(page, "Wrong alerts per 1000 active user-weeks", wrong(evaluation));
    section(page, "Precision by alerts read a week, the worst first", precision(evaluation));
    section(page, "Alerts of MEDIUM or more about look-alikes", lookAlikes(evaluation));
    section(page, "Found without a kind of evidence, of the cases that show", without(evaluation));
    if (!variants.isEmpty()) {
      section(page, "Judged anew: found of the cases that show", found(variants));
      section(page, "Judged anew: wrong alerts of MEDIUM or more", wrongOf(variants));
    }
    return page.append("</body></html>\n").toString();
  }

  private static String summary(Evaluation evaluation) {
    return String.format(
        Locale.ROOT,
        "%d accounts over %d days (seed %d), %d events, %d active user-weeks, %d alerts."
            + " Found %s of the cases that show, %s of all.",
        evaluation.totals().accounts(),
        evaluation.totals().days(),
        evaluation.totals().seed(),
        evaluation.totals().events(),
        evaluation.totals().activeUserWeeks(),
        evaluation.alerts(),
        Figures.of(evaluation.above()),
        Figures.of(evaluation.all()));
  }

  private static List<Bar> recall(Evaluation evaluation) {
    return evaluation.harms().stream()
        .map(harm -> new Bar(name(harm), harm.above().value(), Figures.of(harm.above())))
        .toList();
  }

  private static List<Bar> delays(Evaluation evaluation) {
    List<Bar> bars = new ArrayList<>();
    for (HarmScore harm : evaluation.harms()) {
      if (harm.delayMs().median().isPresent()) {
        double hours = harm.delayMs().median().getAsLong() / HOUR_MS;
        bars.add(new Bar(name(harm), hours, Figures.duration(harm.delayMs().median())));
      }
    }
    return bars;
  }

  private static List<Bar> steps(Evaluation evaluation) {
    return evaluation.harms().stream()
        .filter(harm -> harm.beforeStep().of() > 0)
        .map(harm -> new Bar(name(harm), harm.beforeStep().value(), Figures.of(harm.beforeStep())))
        .toList();
  }

  private static List<Bar> wrong(Evaluation evaluation) {
    List<Bar> bars = new ArrayList<>();
    for (RuleScore rule : evaluation.rules()) {
      String name = (rule.rule().isEmpty() ? "all" : rule.rule()) + " " + rule.severity().name();
      String label = Figures.rate(rule.wrongPer1000()) + " (" + rule.wrong() + ")";
      bars.add(new Bar(name, rule.wrongPer1000(), label));
    }
    return bars;
  }

  private static List<Bar> precision(Evaluation evaluation) {
    List<Bar> bars = new ArrayList<>();
    for (BudgetScore budget : evaluation.budgets()) {
      String label = Figures.rate(budget.precision()) + " of " + budget.precision().of();
      bars.add(new Bar(budget.alertsAWeek() + " a week", budget.precision().value(), label));
    }
    return bars;
  }

  private static List<Bar> lookAlikes(Evaluation evaluation) {
    List<Bar> bars = new ArrayList<>();
    for (LookAlikeScore score : evaluation.lookAlikes()) {
      String label = score.woken() + " (" + score.stories() + " stories)";
      bars.add(new Bar(score.kind().label(), score.woken(), label));
    }
    return bars;
  }

  private static List<Bar> without(Evaluation evaluation) {
    List<Bar> bars = new ArrayList<>();
    for (AblationScore score : evaluation.ablations()) {
      String name = score.without().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String label = Figures.of(score.above()) + ", wrong " + score.wrongWaking();
      bars.add(new Bar(name, score.above().value(), label));
    }
    return bars;
  }

  private static List<Bar> found(List<VariantScore> variants) {
    return variants.stream()
        .map(one -> new Bar(one.name(), one.above().value(), Figures.of(one.above())))
        .toList();
  }

  private static List<Bar> wrongOf(List<VariantScore> variants) {
    List<Bar> bars = new ArrayList<>();
    for (VariantScore one : variants) {
      int wrong = one.wrongMedium() + one.wrongHigh();
      String label = wrong + " (" + one.wrongHigh() + " HIGH or more)";
      bars.add(new Bar(one.name(), wrong, label));
    }
    return bars;
  }

  private static String name(HarmScore harm) {
    return harm.planted().indicator() + " " + harm.planted().label();
  }

  private static void section(StringBuilder page, String title, List<Bar> bars) {
    page.append("<h2>").append(BarPlot.escaped(title)).append("</h2>\n");
    page.append(BarPlot.of(title, bars)).append('\n');
  }

  private static void note(StringBuilder page, String text) {
    page.append("<p class=\"note\">").append(BarPlot.escaped(text)).append("</p>\n");
  }
}
