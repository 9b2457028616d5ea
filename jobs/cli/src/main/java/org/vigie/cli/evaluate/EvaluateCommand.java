package org.vigie.cli.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.IoReason;
import org.vigie.cli.Session;
import org.vigie.cli.alert.AlertFile;
import org.vigie.cli.console.Console;
import org.vigie.cli.evaluate.Variant.Sweep;
import org.vigie.cli.rules.RulesOrigin;
import org.vigie.simulator.score.Evaluation;
import org.vigie.simulator.score.Evaluator;
import org.vigie.simulator.score.VariantScore;
import org.vigie.simulator.truth.TruthLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds alerts against the truth about a simulated world. */
@Command(
    name = "evaluate",
    header = "Holds alerts against the truth about a simulated platform.",
    description = {
      "Recall is synthetic: it says how many planted cases were found, not what a real platform",
      "would see. An alert is wrong if it is about nobody of any planted case."
    },
    footer = {
      "",
      "Examples:",
      "  vigie evaluate --truth town/truth.jsonl --alerts alerts.jsonl",
      "  vigie evaluate --truth town/truth.jsonl --alerts alerts.jsonl --html report.html",
      "  vigie evaluate --truth town/truth.jsonl --alerts alerts.jsonl --sweep guards,age-noise"
    })
public final class EvaluateCommand implements Callable<Integer> {
  private static final int BUDGET_DEFAULT = 50;

  private final Session session;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "The truth, as 'vigie simulate' writes it.")
  private @Nullable Path truth;

  @Option(
      names = "--alerts",
      paramLabel = "FILE",
      description = "Alerts as JSON Lines, as 'vigie replay --alerts' writes them; - is stdin.")
  private @Nullable String alerts;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "Alerts that somebody reads a week. Default: ${DEFAULT-VALUE}.")
  private int budget = BUDGET_DEFAULT;

  @Option(
      names = "--html",
      paramLabel = "OUT",
      description = "Also write a page with plots, complete in one file.")
  private @Nullable Path html;

  @Option(
      names = "--sweep",
      paramLabel = "WHAT",
      split = ",",
      converter = SweepWord.class,
      description = {
        "Also draw the world again and judge it by the rules, varied: guards (without",
        "each of them, and without any), families (as if nothing of one kind of evidence were",
        "known), age-noise (10 to 40 %% of what is said about ages replaced by any age). Takes a",
        "replay for each."
      })
  private Set<Sweep> sweeps = EnumSet.noneOf(Sweep.class);

  @Option(
      names = "--rules",
      paramLabel = "PATH",
      description = "Sweep the rules of this folder or file. Default: those that ship.")
  private @Nullable Path rules;

  @Mixin private final RulesOrigin origin = new RulesOrigin();

  @Option(names = "--json", description = "Print every figure as JSON Lines.")
  private boolean json;

  /** The command in a session. */
  public EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Console console = session.get();
    if (truth == null || alerts == null) {
      throw CommandFailedException.missing(
          "--truth or --alerts is missing",
          "name the files of a simulated world and of its alerts");
    }
    if (budget < 1) {
      throw CommandFailedException.notAllowed("--budget " + budget, "1 or more");
    }
    List<TruthLine> lines = TruthFile.read(truth);
    List<Alert> judged = AlertFile.read(alerts, console).sorted();
    Evaluation evaluation = evaluate(truth, lines, judged);
    List<VariantScore> variants =
        sweeps.isEmpty()
            ? List.of()
            : new VariantScores(sweeps, origin.forJob(rules, console), budget, console.progress())
                .of(lines);
    if (html != null) {
      write(html, EvaluationPage.of(evaluation, variants));
    }
    if (json) {
      console.print(EvaluationJson.lines(evaluation, variants));
    } else {
      console.print(EvaluationTable.lines(evaluation, variants, console.style()));
    }
    return ExitCode.DONE;
  }

  private Evaluation evaluate(Path from, List<TruthLine> lines, List<Alert> judged) {
    try {
      return Evaluator.evaluate(lines, judged, budget);
    } catch (IllegalArgumentException e) {
      throw CommandFailedException.usage(
          from + " " + e.getMessage(), "write it again with 'vigie simulate'");
    }
  }

  private static void write(Path out, String page) {
    try {
      Files.writeString(out, page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw CommandFailedException.usage(
          out + " can't be written: " + IoReason.of(e),
          "name a file in a folder that exists and is yours");
    }
  }
}
