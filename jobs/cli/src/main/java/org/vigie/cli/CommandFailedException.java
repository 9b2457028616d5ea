package org.vigie.cli;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Place;

/** A command can't go on, and knows what a person can do about it. */
public final class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String remedy;
  private final transient List<Diagnostic> diagnostics;

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
    this.diagnostics = List.of();
  }

  private CommandFailedException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::what).collect(Collectors.joining("\n")));
    this.exitCode = ExitCode.USAGE;
    this.remedy = "";
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Wrong use: all that is wrong with what was written. */
  public static CommandFailedException refused(List<Diagnostic> diagnostics) {
    return new CommandFailedException(diagnostics);
  }

  /** Wrong use, or a file that can't be opened. */
  public static CommandFailedException usage(String message, String remedy) {
    return refused(
        List.of(Diagnostic.withRemedy(DiagnosticCode.WRONG_USE, Place.NOWHERE, message, remedy)));
  }

  /** A word of the command line that is not one of those allowed. */
  public static CommandFailedException notAllowed(String message, String allowed) {
    return refused(
        List.of(
            Diagnostic.of(DiagnosticCode.ARGUMENT_NOT_ALLOWED, Place.NOWHERE, message, allowed)));
  }

  /** A name that is not one of those known. */
  public static CommandFailedException unknownName(
      String message, String given, Collection<String> known) {
    return refused(
        List.of(
            Diagnostic.unknownName(
                DiagnosticCode.ARGUMENT_NOT_ALLOWED, Place.NOWHERE, message, given, known)));
  }

  /** Something that the command can't do without. */
  public static CommandFailedException missing(String message, String remedy) {
    return refused(
        List.of(
            Diagnostic.withRemedy(
                DiagnosticCode.MISSING_ARGUMENT, Place.NOWHERE, message, remedy)));
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

  /** What is wrong with what was written; none where that is not the reason. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
