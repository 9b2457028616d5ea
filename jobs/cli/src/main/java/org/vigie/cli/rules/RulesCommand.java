package org.vigie.cli.rules;

import org.vigie.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The rule author's loop. */
@Command(
    name = "rules",
    synopsisSubcommandLabel = "COMMAND",
    header = "Checks, tests and shows rules.",
    footer = {
      "",
      "Examples:",
      "  vigie rules check",
      "  vigie rules test config --only-failing",
      "  vigie rules show G1",
      "  vigie explain VIGIE-1302"
    })
public final class RulesCommand implements Runnable {
  private final Session session;

  @Spec private CommandSpec spec;

  private RulesCommand(Session session) {
    this.session = session;
  }

  /** The command with its subcommands. */
  public static CommandLine commandLine(Session session) {
    return new CommandLine(new RulesCommand(session))
        .addSubcommand(new RulesCheckCommand(session))
        .addSubcommand(new RulesTestCommand(session))
        .addSubcommand(new RulesListCommand(session))
        .addSubcommand(new RulesShowCommand(session))
        .addSubcommand(new RulesCostCommand(session));
  }

  @Override
  public void run() {
    session.get().print(spec.commandLine().getUsageMessage().stripTrailing());
  }
}
