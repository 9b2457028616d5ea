package org.vigie.cli.rules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Table;
import org.vigie.core.rule.Rule;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.WrittenRule;
import org.vigie.rules.diagnostic.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists rules, one a line. */
@Command(
    name = "list",
    header = "Lists rules, one a line.",
    footer = {"", "Examples:", "  vigie rules list", "  vigie rules list config --json"})
final class RulesListCommand implements Callable<Integer> {
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

  RulesListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Console console = session.get();
    Rulebook book = origin.right(path, console);
    Table table = new Table();
    for (WrittenRule written : book.rules()) {
      Rule rule = written.rule();
      String mode = written.mode().name().toLowerCase(Locale.ROOT);
      if (json) {
        console.print(Json.line(fields(written, mode)));
      }
      table
          .row()
          .cell(rule.id())
          .cell("v" + rule.version())
          .cell(mode)
          .cell(rule.harm().name())
          .cell(rule.claims().get(0).severity().name())
          .cell(written.indicator());
    }
    if (!json) {
      console.print(table.lines(console.style()));
    }
    return ExitCode.DONE;
  }

  private static Map<String, Object> fields(WrittenRule written, String mode) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", written.rule().id());
    fields.put("version", (long) written.rule().version());
    fields.put("mode", mode);
    fields.put("harm", written.rule().harm().name());
    fields.put("severity", written.rule().claims().get(0).severity().name());
    fields.put("scope", written.rule().scope().name());
    fields.put("indicator", written.indicator());
    fields.put("file", written.source().file());
    return fields;
  }
}
