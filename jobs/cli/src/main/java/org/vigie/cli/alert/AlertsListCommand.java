package org.vigie.cli.alert;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.JsonOutput;
import org.vigie.schemas.standing.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists alerts, one a line. */
@Command(
    name = "list",
    header = "Lists alerts, the worst first, one a line.",
    footer = {
      "",
      "Examples:",
      "  vigie alerts list alerts.jsonl",
      "  vigie alerts list alerts.jsonl --at-least high --json",
      "  vigie alerts list --bootstrap-servers localhost:9092 --state provisional"
    })
final class AlertsListCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final AlertOrigin origin = new AlertOrigin();

  @Mixin private final AlertFilter filter = new AlertFilter();

  @Option(names = "--lang", paramLabel = "LANG", description = "en or fr. Default: en.")
  private Language language = Language.EN;

  @Option(names = "--json", description = "Print the alerts as JSON Lines instead.")
  private boolean json;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description =
          "A file of alerts as JSON Lines; - is standard input. Not with --bootstrap-servers.")
  private @Nullable String file;

  AlertsListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Console console = session.get();
    List<Standing> shown = AlertLines.worstFirst(filter.of(origin.read(file, console)));
    if (json) {
      JsonOutput.print(shown.stream().map(Standing::alert).toList(), console);
    } else {
      console.print(new AlertLines(language).of(shown, console.style()));
    }
    return ExitCode.DONE;
  }
}
