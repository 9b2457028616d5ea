package org.vigie.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code vigie}: its subcommands do the work. Without one it prints its help. */
@Command(
    name = "vigie",
    mixinStandardHelpOptions = true,
    versionProvider = Vigie.ManifestVersion.class,
    description = "Watches a chat platform's event streams and raises alerts for people to judge.")
public final class Vigie implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Vigie()).execute(arguments));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
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
