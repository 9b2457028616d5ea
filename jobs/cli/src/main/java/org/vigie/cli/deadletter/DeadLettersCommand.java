package org.vigie.cli.deadletter;

import org.vigie.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Dead letters, for operators. */
@Command(
    name = "deadletters",
    synopsisSubcommandLabel = "COMMAND",
    header = "Shows which records were refused and why, and sends them again.",
    footer = {
      "",
      "Examples:",
      "  vigie deadletters ls --bootstrap-servers localhost:9092",
      "  vigie deadletters show vigie.messages-0@17 --bootstrap-servers localhost:9092",
      "  vigie deadletters replay --bootstrap-servers localhost:9092 --code MISSING_FIELD"
    })
public final class DeadLettersCommand implements Runnable {
  private final Session session;

  @Spec private CommandSpec spec;

  private DeadLettersCommand(Session session) {
    this.session = session;
  }

  /** The command with its subcommands. */
  public static CommandLine commandLine(Session session) {
    return new CommandLine(new DeadLettersCommand(session))
        .addSubcommand(new DeadLettersLsCommand(session))
        .addSubcommand(new DeadLettersShowCommand(session))
        .addSubcommand(new DeadLettersReplayCommand(session));
  }

  @Override
  public void run() {
    session.get().print(spec.commandLine().getUsageMessage().stripTrailing());
  }
}
