package org.vigie.cli.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.DiagnosticLines;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.Json;
import org.vigie.rules.diagnostic.Sarif;
import org.vigie.rules.scenario.TestReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks rules and tells everything that is wrong at once. */
@Command(
    name = "check",
    header = "Checks rules, features, profiles and tests; tells all that is wrong at once.",
    description = "What passes here is what the job starts with: there is one validator.",
    footer = {
      "",
      "Examples:",
      "  vigie rules check",
      "  vigie rules check my-rules",
      "  vigie rules check G9.yaml --json",
      "  vigie rules check config --sarif rules.sarif"
    })
final class RulesCheckCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RulesOrigin origin = new RulesOrigin();

  @Option(names = "--json", description = "Print what is wrong as JSON Lines instead.")
  private boolean json;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write what is wrong as SARIF 2.1.0, for code hosts.")
  private @Nullable Path sarif;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description =
          "A folder such as config, or a file of one rule. Default: config, or what ships.")
  private @Nullable Path path;

  RulesCheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Console console = session.get();
    RulesOrigin.Read read = origin.read(path);
    read.book().ifPresent(book -> TestReader.read(read.files().tests(), book, read.diagnostics()));
    List<Diagnostic> all = read.diagnostics().all();
    if (sarif != null) {
      RulesReports.write(sarif, Sarif.of(all, version()));
    }
    if (json) {
      all.forEach(diagnostic -> console.print(Json.line(diagnostic.fields())));
    } else {
      all.forEach(one -> console.print(DiagnosticLines.of(one, console.style())));
    }
    summary(read, console);
    return read.diagnostics().hasErrors() ? ExitCode.NOT_OK : ExitCode.DONE;
  }

  private static void summary(RulesOrigin.Read read, Console console) {
    int errors = read.diagnostics().errors();
    int warnings = read.diagnostics().all().size() - errors;
    int rules = read.book().map(Rulebook::rules).map(List::size).orElse(0);
    String checked = errors > 0 ? "" : rules + (rules == 1 ? " rule, " : " rules, ");
    console.tell(
        checked + errors + (errors == 1 ? " error, " : " errors, ") + warnings + " warnings");
    read.book().ifPresent(book -> console.tell("bundle " + book.bundle()));
  }

  private static String version() {
    String version = RulesCheckCommand.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }
}
