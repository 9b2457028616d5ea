package org.vigie.cli.audit;

import org.vigie.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The audit, for operators. */
@Command(
    name = "audit",
    synopsisSubcommandLabel = "COMMAND",
    header = "Checks the chain of what was in force and what people did, and shows its head.",
    footer = {
      "",
      "Examples:",
      "  vigie audit verify --bootstrap-servers localhost:9092",
      "  vigie audit head --bootstrap-servers localhost:9092 --json >> heads.jsonl"
    })
public final class AuditCommand implements Runnable {
  private final Session session;

  @Spec private CommandSpec spec;

  private AuditCommand(Session session) {
    this.session = session;
  }

  /** The command with its subcommands. */
  public static CommandLine commandLine(Session session) {
    return new CommandLine(new AuditCommand(session))
        .addSubcommand(new AuditVerifyCommand(session))
        .addSubcommand(new AuditHeadCommand(session));
  }

  @Override
  public void run() {
    session.get().print(spec.commandLine().getUsageMessage().stripTrailing());
  }
}
