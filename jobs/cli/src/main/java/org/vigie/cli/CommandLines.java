package org.vigie.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.cli.alert.AlertsCommand;
import org.vigie.cli.audit.AuditCommand;
import org.vigie.cli.console.Console;
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
import org.vigie.schemas.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together, and decides what becomes of everything that goes wrong in them. */
final class CommandLines {
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
    root.setExecutionExceptionHandler((failure, line, parsed) -> made.failed(failure));
    return root;
  }

  private int wrongUse(ParameterException wrong, String[] arguments) {
    Console console = session.get();
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    tellFailure(console, command + ": " + firstLine(wrong));
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      nearest(unmatched.getUnmatched().get(0), wrong.getCommandLine())
          .ifPresent(name -> console.tell("nearest: " + name));
    }
    console.tell("see: " + command + " --help");
    return ExitCode.USAGE;
  }

  private int failed(Exception failure) {
    Console console = session.get();
    if (failure instanceof CommandFailedException known) {
      tellFailure(console, "vigie: " + known.getMessage());
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

  private static String firstLine(ParameterException wrong) {
    String message = wrong.getMessage();
    return message == null ? "wrong use" : message.lines().findFirst().orElse("wrong use");
  }

  /** The option or command that someone most likely meant. */
  private static Optional<String> nearest(String given, CommandLine command) {
    List<String> known = new ArrayList<>();
    if (given.startsWith("-")) {
      command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
      return NearestName.of(given.replaceFirst("=.*", ""), known);
    }
    known.addAll(command.getSubcommands().keySet());
    return NearestName.of(given, known);
  }
}
