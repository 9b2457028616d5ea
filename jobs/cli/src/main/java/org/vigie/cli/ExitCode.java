package org.vigie.cli;

/** How a command ends (CONTRACT §9). Alerts and refused lines never change it. */
public final class ExitCode {
  /** It did what it was asked. */
  public static final int DONE = 0;

  /** The thing checked is not ok. */
  public static final int NOT_OK = 1;

  /** Wrong use, or a file that can't be opened. */
  public static final int USAGE = 2;

  /** The environment does not play along: no broker, port taken, disk full. */
  public static final int ENVIRONMENT = 3;

  /** Someone interrupted it. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
