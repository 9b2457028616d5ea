package org.vigie.cli.alert;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.Severity;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.JsonOutput;
import org.vigie.cli.console.Printable;
import org.vigie.cli.console.Table;
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
      "  vigie alerts list --bootstrap-servers localhost:9092"
    })
final class AlertsListCommand implements Callable<Integer> {
  private static final int ID_SHOWN = 8;

  private final Session session;

  @Mixin private final AlertOrigin origin = new AlertOrigin();

  @Option(
      names = "--at-least",
      paramLabel = "SEVERITY",
      description = "Leave out what is below low, medium, high or critical.")
  private Severity atLeast = Severity.UNRECOGNISED;

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
    List<Alert> alerts =
        origin.read(file, console).worstFirst().stream()
            .filter(alert -> alert.getSeverity().compareTo(atLeast) >= 0)
            .toList();
    if (json) {
      JsonOutput.print(alerts, console);
    } else {
      console.print(lines(alerts, console));
    }
    return ExitCode.DONE;
  }

  private List<String> lines(List<Alert> alerts, Console console) {
    Words words = new Words(language);
    Table table = new Table();
    for (Alert alert : alerts) {
      String id = Printable.of(alert.getAlertId());
      OptionalLong instantMs = PendingMeeting.instantMs(alert);
      table
          .row()
          .cell(Inks.of(alert.getSeverity()), words.severity(alert.getSeverity()))
          .cell(id.substring(0, Math.min(ID_SHOWN, id.length())))
          .cell(instantMs.isPresent() ? words.time(instantMs.getAsLong()) : "")
          .cell(words.harm(alert.getHarm()))
          .cell(words.subjectKind(alert.getSubjectKind()) + " " + Printable.of(alert.getSubject()))
          .cell(words.state(alert.getState()))
          .cell(alert.getImminent() ? words.label(Label.PENDING) : "");
    }
    return table.lines(console.style());
  }
}
