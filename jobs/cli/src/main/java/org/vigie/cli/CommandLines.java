package org.vigie.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.vigie.cli.alert.AlertsCommand;
import org.vigie.cli.audit.AuditCommand;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.DiagnosticLines;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.Terminal;
import org.vigie.cli.deadletter.DeadLettersCommand;
import org.vigie.cli.demo.DemoCommand;
import org.vigie.cli.doctor.DoctorCommand;
import org.vigie.cli.evaluate.EvaluateCommand;
import org.vigie.cli.replay.ReplayCommand;
import org.vigie.cli.review.ReviewCommand;
import org.vigie.cli.rules.ExplainCommand;
import org.vigie.cli.rules.RulesCommand;
import org.vigie.cli.serve.RunCommand;
import org.vigie.cli.serve.ServeCommand;
import org.vigie.cli.simulate.SimulateCommand;
import org.vigie.cli.topic.TopicsCommand;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.Json;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;

/** Puts the commands together, and decides what becomes of everything that goes wrong in them. */
final class CommandLines {
  private static final String JSON = "--json";

  private final Session session;

  private CommandLines(Session session) {
    this.session = session;
  }

  static CommandLine of(Session session, Terminal terminal) {
    CommandLines made = new CommandLines(session);
    CommandLine root = new CommandLine(new Vigie(session));
    root.addSubcommand(new DemoCommand(session));
    root.addSubcommand(new ReplayCommand(session));
    root.addSubcommand(new ServeCommand(session));
    root.addSubcommand(new RunCommand(session));
    root.addSubcommand(new SimulateCommand(session));
    root.addSubcommand(new EvaluateCommand(session));
    root.addSubcommand(AlertsCommand.commandLine(session));
    root.addSubcommand(RulesCommand.commandLine(session));
    root.addSubcommand(new ExplainCommand(session));
    root.addSubcommand(TopicsCommand.commandLine(session));
    root.addSubcommand(DeadLettersCommand.commandLine(session));
    root.addSubcommand(AuditCommand.commandLine(session));
    root.addSubcommand(new DoctorCommand(session));
    root.addSubcommand(new ReviewCommand(session));
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setOut(
        new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), true));
    root.setErr(
        new PrintWriter(new OutputStreamWriter(terminal.err(), StandardCharsets.UTF_8), true));
    root.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    root.setUsageHelpWidth(session.get().width());
    root.setUsageHelpLongOptionsMaxWidth(30);
    root.setParameterExceptionHandler(made::wrongUse);
    root.setExecutionExceptionHandler(
        (failure, line, parsed) -> made.failed(failure, line, parsed.originalArgs()));
    return root;
  }

  private int wrongUse(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    boolean isJson = isJson(command, List.of(arguments));
    tell(WrongUse.of(wrong), isJson);
    if (!isJson) {
      session.get().tell("  see: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.USAGE;
  }

  private int failed(Exception failure, CommandLine command, List<String> arguments) {
    Console console = session.get();
    if (failure instanceof CommandFailedException known) {
      boolean isJson = isJson(command, arguments);
      known.diagnostics().forEach(one -> tell(one, isJson));
      if (known.diagnostics().isEmpty()) {
        tellFailure(console, "vigie: " + known.getMessage());
      }
      if (!known.remedy().isEmpty()) {
        console.tell("remedy: " + known.remedy());
      }
      trace(known);
      if (known.exitCode() == ExitCode.ENVIRONMENT) {
        Logs.keep().ifPresent(this::name);
      }
      return known.exitCode();
    }
    if (failure instanceof InterruptedException) {
      tellFailure(console, "vigie: interrupted");
      return ExitCode.INTERRUPTED;
    }
    tellFailure(console, "vigie: " + failure);
    console.tell("remedy: this should not happen; --debug shows where it comes from");
    trace(failure);
    Logs.keep().ifPresent(this::name);
    return ExitCode.ENVIRONMENT;
  }

  private void name(Path log) {
    session.get().tell("log: " + log);
  }

  private void trace(Exception failure) {
    if (session.isDebug()) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      session.get().tell(trace.toString().stripTrailing());
    }
  }

  private static void tellFailure(Console console, String message) {
    console.tell(console.errorStyle().paint(Ink.BAD, message));
  }

  /** On standard error: what is wrong with the words of a command is no result of it. */
  private void tell(Diagnostic diagnostic, boolean isJson) {
    Console console = session.get();
    if (isJson) {
      console.tell(Json.line(diagnostic.fields()));
    } else {
      DiagnosticLines.of(diagnostic, console.errorStyle()).forEach(console::tell);
    }
  }

  private static boolean isJson(CommandLine command, List<String> arguments) {
    return command.getCommandSpec().findOption(JSON) != null && arguments.contains(JSON);
  }
}
