package org.vigie.cli.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.Wrap;
import org.vigie.detection.log.LogEvent;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a code that a check told, or that a line of a log bears. */
@Command(
    name = "explain",
    header = "Explains a code that a check or a log told, and what to do.",
    footer = {"", "Examples:", "  vigie explain VIGIE-1302", "  vigie explain 2004"})
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
    return DiagnosticCode.of(given)
        .map(code -> explain(code, console))
        .or(() -> logged().map(event -> explain(event, console)))
        .orElseGet(this::unknown);
  }

  private Optional<LogEvent> logged() {
    return Arrays.stream(LogEvent.values()).filter(event -> event.id().equals(id())).findAny();
  }

  private String id() {
    return given.matches("[0-9]+") ? "VIGIE-" + given : given;
  }

  private static int explain(DiagnosticCode code, Console console) {
    console.print(
        console.style().paint(Ink.STRONG, code.id()) + " (" + code.word() + "): " + code.title());
    console.print(Wrap.lines(code.mend(), console.width()));
    return ExitCode.DONE;
  }

  private static int explain(LogEvent event, Console console) {
    console.print(
        console.style().paint(Ink.STRONG, event.id())
            + " (log, "
            + event.level()
            + "): "
            + event.message());
    console.print(Wrap.lines(event.meaning(), console.width()));
    return ExitCode.DONE;
  }

  private int unknown() {
    List<String> known =
        Stream.concat(
                Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id),
                Arrays.stream(LogEvent.values()).map(LogEvent::id))
            .toList();
    throw CommandFailedException.refused(
        List.of(
            Diagnostic.unknownName(
                    DiagnosticCode.UNKNOWN_CODE,
                    Place.NOWHERE,
                    "there is no code " + given,
                    id(),
                    known)
                .allowing("")));
  }
}
