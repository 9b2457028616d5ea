package org.vigie.cli.alert;

import org.vigie.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Alerts, for reviewers without another tool. */
@Command(
    name = "alerts",
    synopsisSubcommandLabel = "COMMAND",
    header = "Shows alerts to reviewers who have no other tool.",
    footer = {
      "",
      "Examples:",
      "  vigie replay events.jsonl --alerts alerts.jsonl",
      "  vigie alerts list alerts.jsonl",
      "  vigie alerts show alerts.jsonl 8f14e45f --lang fr",
      "  vigie alerts tail --bootstrap-servers localhost:9092"
    })
public final class AlertsCommand implements Runnable {
  private final Session session;

  @Spec private CommandSpec spec;

  private AlertsCommand(Session session) {
    this.session = session;
  }

  /** The command with its subcommands. */
  public static CommandLine commandLine(Session session) {
    return new CommandLine(new AlertsCommand(session))
        .addSubcommand(new AlertsShowCommand(session))
        .addSubcommand(new AlertsListCommand(session))
        .addSubcommand(new AlertsTailCommand(session));
  }

  @Override
  public void run() {
    session.get().print(spec.commandLine().getUsageMessage().stripTrailing());
  }
}
