package org.vigie.cli;

import java.util.function.Supplier;
import org.vigie.cli.console.ColourChoice;
import org.vigie.cli.console.Console;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command has: a console, and the options that are the same everywhere. */
public final class Session implements Supplier<Console> {
  private final Console console;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      converter = ColourWord.class,
      description =
          "Colours: auto (on a terminal, unless NO_COLOR is set), always or never. Default: auto.")
  private ColourChoice colour = ColourChoice.AUTO;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show logs on standard error, and stack traces of failures.")
  private boolean debug;

  @Option(
      names = "--log-json",
      scope = ScopeType.INHERIT,
      description = "Write the log as JSON Lines to standard error (docs/log-events.md).")
  private boolean logJson;

  /** A session on a console. */
  public Session(Console console) {
    this.console = console;
  }

  /** Where to write to. */
  @Override
  public Console get() {
    console.colour(colour);
    return console;
  }

  /** Sets logging up, before a command goes on in several threads. */
  public void startLogs() {
    Logs.start();
  }

  /** Where logs are to be found while the command runs. */
  public String log() {
    return Logs.place();
  }

  /** Whether the log goes to standard error as JSON Lines, instead of to a file. */
  public boolean isLogJson() {
    return logJson;
  }

  /** Whether logs and stack traces are wanted. */
  public boolean isDebug() {
    return debug;
  }
}
