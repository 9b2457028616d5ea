package org.vigie.cli.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Ink;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Json;
import org.vigie.rules.scenario.CaseOutcome;
import org.vigie.rules.scenario.RuleTestReport;
import org.vigie.rules.scenario.RuleTestRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the tests beside the rules through the engine, in virtual time. */
@Command(
    name = "test",
    header = "Runs the tests beside the rules through the engine, in virtual time.",
    description =
        "A failed case prints its timeline, each clause with its value, and what stopped it.",
    footer = {
      "",
      "Examples:",
      "  vigie rules test",
      "  vigie rules test config --rule G1 --only-failing",
      "  vigie rules test config --junit rules.xml --coverage --min 90"
    })
final class RulesTestCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RulesOrigin origin = new RulesOrigin();

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description = "Run only this rule's tests; may be repeated.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--only-failing", description = "Leave out what passed.")
  private boolean onlyFailing;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML too.")
  private @Nullable Path junit;

  @Option(names = "--coverage", description = "List clauses, claims and guards that no case shows.")
  private boolean coverage;

  @Option(
      names = "--min",
      paramLabel = "PERCENT",
      description = "With --coverage: end with 1 below this. Default: 0.")
  private int coverageMin;

  @Option(names = "--json", description = "Print one JSON object a case instead.")
  private boolean json;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description =
          "A folder such as config, or a file of one rule. Default: config, or what ships.")
  private @Nullable Path path;

  RulesTestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (coverageMin < 0 || coverageMin > 100) {
      throw CommandFailedException.notAllowed("--min " + coverageMin, "0 to 100");
    }
    Console console = session.get();
    RulesOrigin.Read read = origin.read(path);
    if (read.book().isEmpty()) {
      RulesOrigin.tell(read.diagnostics().all(), console);
      return ExitCode.NOT_OK;
    }
    Rulebook book = read.book().get();
    rulesExist(book);
    RuleTestReport report = RuleTestRun.run(read.files(), book, only, read.diagnostics());
    if (junit != null) {
      RulesReports.write(junit, report.junit());
    }
    print(report, console);
    tellWhatIsMissing(read.diagnostics().all(), console);
    return read.diagnostics().hasErrors() || isBelowMin(report, console)
        ? ExitCode.NOT_OK
        : ExitCode.DONE;
  }

  private void rulesExist(Rulebook book) {
    for (String id : only) {
      if (book.rule(id).isEmpty()) {
        throw CommandFailedException.unknownName(
            "there is no rule " + id,
            id,
            book.rules().stream().map(rule -> rule.rule().id()).toList());
      }
    }
  }

  /** Failures last, where a reader looks. */
  private void print(RuleTestReport report, Console console) {
    for (CaseOutcome outcome : report.outcomes()) {
      if (json && !(onlyFailing && outcome.passed())) {
        console.print(Json.line(RuleTestReport.fields(outcome)));
      } else if (!json && !onlyFailing && outcome.passed()) {
        String mark = console.style().paint(Ink.GOOD, "ok");
        console.print(mark + " " + outcome.rule() + ": " + outcome.ruleCase().name());
      }
    }
    if (json) {
      return;
    }
    for (CaseOutcome failed : report.failed()) {
      List<String> lines = RuleTestReport.lines(failed);
      console.print(console.style().paint(Ink.BAD, lines.get(0)));
      console.print(lines.subList(1, lines.size()));
    }
    if (coverage) {
      console.print(report.notCovered());
      console.print("coverage " + report.coveragePercent() + " %");
    }
    console.tell(report.outcomes().size() + " cases, " + report.failed().size() + " failed");
  }

  private static void tellWhatIsMissing(List<Diagnostic> diagnostics, Console console) {
    RulesOrigin.tell(
        diagnostics.stream().filter(one -> one.code() != DiagnosticCode.CASE_FAILED).toList(),
        console);
  }

  private boolean isBelowMin(RuleTestReport report, Console console) {
    boolean below = coverage && report.coveragePercent() < coverageMin;
    if (below) {
      console.tell("coverage " + report.coveragePercent() + " % is below --min " + coverageMin);
    }
    return below;
  }
}
