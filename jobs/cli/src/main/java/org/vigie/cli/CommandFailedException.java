package org.vigie.cli;

/** A command can't go on, and knows what a person can do about it. */
public final class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String remedy;

  /**
   * A failure.
   *
   * @param exitCode one of {@link ExitCode}
   * @param message what is wrong: where, what, what is allowed
   * @param remedy what to do; empty if the message says it
   */
  public CommandFailedException(int exitCode, String message, String remedy) {
    super(message);
    this.exitCode = exitCode;
    this.remedy = remedy;
  }

  /** Wrong use, or a file that can't be opened. */
  public static CommandFailedException usage(String message, String remedy) {
    return new CommandFailedException(ExitCode.USAGE, message, remedy);
  }

  /** The environment does not play along. */
  public static CommandFailedException environment(String message, String remedy) {
    return new CommandFailedException(ExitCode.ENVIRONMENT, message, remedy);
  }

  /** One of {@link ExitCode}. */
  public int exitCode() {
    return exitCode;
  }

  /** What to do; may be empty. */
  public String remedy() {
    return remedy;
  }
}
