package org.vigie.cli;

import java.util.List;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code vigie}: its subcommands do the work. Without one it prints its help. */
@Command(
    name = "vigie",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Vigie.ManifestVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Watches a chat platform's event streams and raises alerts for people to judge.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; alerts and refused lines never change it",
      "1:the thing checked is not ok",
      "2:wrong use, or a file that can't be opened",
      "3:environment: no broker, port taken, disk full",
      "130:interrupted"
    })
public final class Vigie implements Runnable {
  @Mixin private final Session session;

  @Spec private CommandSpec spec;

  Vigie(Session session) {
    this.session = session;
  }

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(run(Terminal.ofProcess(), arguments));
  }

  /**
   * Runs one command.
   *
   * @return one of {@link ExitCode}
   */
  static int run(Terminal terminal, String... arguments) {
    // Before any command is made: the records that some of them name bring loggers with them.
    List<String> given = List.of(arguments);
    Logs.prepare(given.contains("--debug"), given.contains("--log-json"));
    int code = CommandLines.of(new Session(new Console(terminal)), terminal).execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  @Override
  public void run() {
    session.get().print(spec.commandLine().getUsageMessage().stripTrailing());
  }

  /** The version that the build wrote into the jar. */
  static final class ManifestVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Vigie.class.getPackage().getImplementationVersion();
      return new String[] {"vigie " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
