package org.vigie.cli.alert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.JsonOutput;
import org.vigie.cli.rules.RulesOrigin;
import org.vigie.detection.rules.FileRules;
import org.vigie.schemas.standing.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws alerts in the terminal. */
@Command(
    name = "show",
    header = "Draws one alert, or all of them, with evidence and what would clear it.",
    footer = {
      "",
      "Examples:",
      "  vigie alerts show alerts.jsonl",
      "  vigie alerts show alerts.jsonl 8f14e45f --lang fr",
      "  vigie replay events.jsonl --json | vigie alerts show -",
      "  vigie alerts show --bootstrap-servers localhost:9092 8f14e45f"
    })
final class AlertsShowCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final AlertOrigin origin = new AlertOrigin();

  @Mixin private final AlertFilter filter = new AlertFilter();

  @Option(names = "--lang", paramLabel = "LANG", description = "en or fr. Default: en.")
  private Language language = Language.EN;

  @Option(
      names = "--rules",
      paramLabel = "PATH",
      description =
          "The rules that raised them, for what they call their features and what they would need to"
              + " claim more. Default: those that ship.")
  private @Nullable Path rules;

  @Mixin private final RulesOrigin rulesOrigin = new RulesOrigin();

  @Option(names = "--json", description = "Print the alerts as JSON Lines instead.")
  private boolean json;

  @Parameters(
      paramLabel = "FILE|- [ALERT_ID]",
      arity = "0..2",
      hideParamSyntax = true,
      description =
          "A file of alerts as JSON Lines (- is standard input; not with --bootstrap-servers), and an"
              + " alert's id or how it begins.")
  private List<String> positionals = new ArrayList<>();

  AlertsShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Console console = session.get();
    int files = origin.isTopics() ? 0 : 1;
    List<Standing> standings = origin.read(positional(0, files), console);
    String id = positional(files, files + 1);
    List<Alert> shown =
        id == null ? alerts(standings) : List.of(AlertChoice.byId(id, standings).alert());
    if (json) {
      JsonOutput.print(shown, console);
      return ExitCode.DONE;
    }
    AlertSheets sheets = new AlertSheets(language, lores(console), console);
    for (int at = 0; at < shown.size(); at++) {
      if (at > 0) {
        console.print("");
      }
      console.print(sheets.lines(shown.get(at)));
    }
    return ExitCode.DONE;
  }

  private Function<String, RuleLore> lores(Console console) {
    if (rulesOrigin.isDefault(rules)) {
      return community -> RuleLore.shipped();
    }
    FileRules own = rulesOrigin.forJob(rules, console);
    return community -> RuleLore.of(own.rulebookOf(community));
  }

  /** The positional at an index, if there is one and it lies before an end. */
  private @Nullable String positional(int index, int end) {
    return index < end && index < positionals.size() ? positionals.get(index) : null;
  }

  private List<Alert> alerts(List<Standing> standings) {
    return AlertLines.worstFirst(filter.of(standings)).stream().map(Standing::alert).toList();
  }
}
