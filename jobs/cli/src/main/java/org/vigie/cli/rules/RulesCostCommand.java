package org.vigie.cli.rules;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Table;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.cost.RuleCost;
import org.vigie.rules.diagnostic.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what each rule costs before it runs. */
@Command(
    name = "cost",
    header = "Says what each rule costs before it runs: work of a judgement, bytes of state.",
    description = {
      "rows: the most rows of state that one judgement looks at; steps: clauses and row clauses that",
      "it evaluates then; bytes: state of a key at its caps, shared with the rules that are named."
    },
    footer = {"", "Examples:", "  vigie rules cost", "  vigie rules cost config --json"})
final class RulesCostCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RulesOrigin origin = new RulesOrigin();

  @Option(names = "--json", description = "Print one JSON object a rule instead.")
  private boolean json;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description =
          "A folder such as config, or a file of one rule. Default: config, or what ships.")
  private @Nullable Path path;

  RulesCostCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Console console = session.get();
    Rulebook book = origin.right(path, console);
    Table table = new Table();
    table
        .row()
        .cell("rule")
        .cell("stop")
        .cell("features")
        .cell("rows")
        .cell("steps")
        .cell("bytes")
        .cell("shared with");
    for (RuleCost cost : RuleCost.of(book)) {
      if (json) {
        console.print(Json.line(cost.fields()));
      }
      table
          .row()
          .cell(cost.rule())
          .cell(cost.stop())
          .cell(String.valueOf(cost.features().size()))
          .cell(String.valueOf(cost.rowsMax()))
          .cell(String.valueOf(cost.stepsMax()))
          .cell(String.valueOf(cost.stateBytesMax()))
          .cell(String.join(", ", cost.sharedWith()));
    }
    if (!json) {
      console.print(table.lines(console.style()));
    }
    return ExitCode.DONE;
  }
}
