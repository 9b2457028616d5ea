package org.vigie.cli.rules;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.Wrap;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a code that a check told. */
@Command(
    name = "explain",
    header = "Explains a code that a check told, and how to mend it.",
    footer = {"", "Examples:", "  vigie explain VIGIE-1302", "  vigie explain 1302"})
public final class ExplainCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "CODE", description = "A code such as VIGIE-1302.")
  private String given;

  /** The command in a session. */
  public ExplainCommand(Session session) {
    this.session = session;
    this.given = "";
  }

  @Override
  public Integer call() {
    Console console = session.get();
    return DiagnosticCode.of(given).map(code -> explain(code, console)).orElseGet(this::unknown);
  }

  private static int explain(DiagnosticCode code, Console console) {
    console.print(
        console.style().paint(Ink.STRONG, code.id()) + " (" + code.word() + "): " + code.title());
    console.print(Wrap.lines(code.mend(), console.width()));
    return ExitCode.DONE;
  }

  private int unknown() {
    List<String> known = Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).toList();
    throw CommandFailedException.refused(
        List.of(
            Diagnostic.unknownName(
                    DiagnosticCode.UNKNOWN_CODE,
                    Place.NOWHERE,
                    "there is no code " + given,
                    given.matches("[0-9]+") ? "VIGIE-" + given : given,
                    known)
                .allowing("")));
  }
}
