package org.vigie.cli.topic;

import org.vigie.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Topics, for operators. */
@Command(
    name = "topics",
    synopsisSubcommandLabel = "COMMAND",
    header = "Compares topics with what the job needs, makes them so, and shows their records.",
    footer = {
      "",
      "Examples:",
      "  vigie topics plan --bootstrap-servers localhost:9092",
      "  vigie topics apply --bootstrap-servers localhost:9092",
      "  vigie topics cat vigie.messages --bootstrap-servers localhost:9092 --max 10"
    })
public final class TopicsCommand implements Runnable {
  private final Session session;

  @Spec private CommandSpec spec;

  private TopicsCommand(Session session) {
    this.session = session;
  }

  /** The command with its subcommands. */
  public static CommandLine commandLine(Session session) {
    return new CommandLine(new TopicsCommand(session))
        .addSubcommand(new TopicsPlanCommand(session))
        .addSubcommand(new TopicsApplyCommand(session))
        .addSubcommand(new TopicsCatCommand(session));
  }

  @Override
  public void run() {
    session.get().print(spec.commandLine().getUsageMessage().stripTrailing());
  }
}
