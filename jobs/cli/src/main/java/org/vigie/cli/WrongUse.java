package org.vigie.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.detection.option.Secrets;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Place;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the parser of the command line does not understand, as a diagnostic. */
final class WrongUse {
  private final ParameterException wrong;
  private final CommandLine command;
  private final String name;

  private WrongUse(ParameterException wrong) {
    this.wrong = wrong;
    this.command = wrong.getCommandLine();
    this.name = command.getCommandSpec().qualifiedName();
  }

  static Diagnostic of(ParameterException wrong) {
    return new WrongUse(wrong).diagnostic();
  }

  private Diagnostic diagnostic() {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().get(0));
    }
    if (wrong instanceof MissingParameterException missing) {
      return missing(missing);
    }
    if (wrong instanceof OverwrittenOptionException twice) {
      String what = label(twice.getOverwritten()) + " stands twice";
      return Diagnostic.withRemedy(
          DiagnosticCode.SURPLUS_ARGUMENT, Place.NOWHERE, what, "keep one of the two");
    }
    if (wrong.getArgSpec() != null && wrong.getValue() != null) {
      return notAllowed(wrong.getArgSpec(), wrong.getValue());
    }
    return Diagnostic.withRemedy(DiagnosticCode.WRONG_USE, Place.NOWHERE, message(), help());
  }

  private Diagnostic unmatched(String given) {
    if (given.startsWith("-") && given.length() > 1) {
      return unknownOption(given.replaceFirst("=.*", ""));
    }
    Place place = Place.typed(name + " " + given, name.length() + 1, given.length());
    if (command.getSubcommands().isEmpty()) {
      return Diagnostic.withRemedy(
          DiagnosticCode.SURPLUS_ARGUMENT,
          place,
          name + " has no place for '" + given + "'",
          help() + " what it takes");
    }
    return Diagnostic.unknownName(
        DiagnosticCode.UNKNOWN_COMMAND,
        place,
        name + " has no command '" + given + "'",
        given,
        new TreeSet<>(command.getSubcommands().keySet()));
  }

  private Diagnostic unknownOption(String option) {
    List<String> known = new ArrayList<>();
    command.getCommandSpec().options().forEach(one -> known.addAll(List.of(one.names())));
    return Diagnostic.unknownName(
        DiagnosticCode.UNKNOWN_ARGUMENT_NAME,
        Place.typed(name + " " + option, name.length() + 1, option.length()),
        name + " has no option " + option,
        option,
        known.stream().sorted().toList());
  }

  private Diagnostic missing(MissingParameterException missing) {
    String labels =
        missing.getMissing().stream().map(WrongUse::label).collect(Collectors.joining(", "));
    boolean isValue = message().contains("parameter for option");
    String what = isValue ? labels + " lacks its value" : name + " needs " + labels;
    return Diagnostic.withRemedy(
        DiagnosticCode.MISSING_ARGUMENT, Place.NOWHERE, what, help() + " what it takes");
  }

  private Diagnostic notAllowed(ArgSpec argument, String value) {
    String label = argument instanceof OptionSpec option ? option.longestName() : "";
    String shown = Secrets.masked(value, value);
    String word = label.isEmpty() ? shown : label + " " + shown;
    Place place = Place.typed(word, word.length() - shown.length(), shown.length());
    String what = word + " is not allowed";
    Class<?> type = argument.type();
    if (type.isEnum()) {
      List<String> names =
          Arrays.stream(type.getEnumConstants())
              .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT))
              .toList();
      return Diagnostic.unknownName(DiagnosticCode.ARGUMENT_NOT_ALLOWED, place, what, value, names);
    }
    return Diagnostic.of(DiagnosticCode.ARGUMENT_NOT_ALLOWED, place, what, allowed(argument, type));
  }

  /** Converters of ours say what they take; of the parser's own, numbers are the only ones. */
  private String allowed(ArgSpec argument, Class<?> type) {
    if (argument.converters().length > 0 && wrong.getCause() != null) {
      return String.valueOf(wrong.getCause().getMessage());
    }
    return type.isPrimitive() || Number.class.isAssignableFrom(type)
        ? "a whole number"
        : argument.paramLabel();
  }

  private String help() {
    return "`" + name + " --help` shows";
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private String message() {
    return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong use");
  }
}
