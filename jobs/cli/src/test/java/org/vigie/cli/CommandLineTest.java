package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Terminal;
import picocli.CommandLine;

/** Manners that every command has. */
final class CommandLineTest {
  private static final String ESCAPE = "\u001b";

  /** Every command there is, found and not listed. */
  static Stream<List<String>> commands() {
    Terminal terminal = Terminal.ofProcess();
    List<List<String>> found = new ArrayList<>();
    collect(CommandLines.of(new Session(new Console(terminal)), terminal), List.of(), found);
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void explainsItselfOnStandardOutput(List<String> command) {
    Typed typed = Typed.in(with(command, "--help"));

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out()).contains("Usage: vigie", "--debug");
    assertThat(typed.out()).contains("Exit codes:", "--color", "130");
    assertThat(typed.err()).isEmpty();
    if (!command.isEmpty()) {
      assertThat(typed.out()).contains("Examples:").contains("vigie " + String.join(" ", command));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void namesTheNearestOptionAndEndsWithTwo(List<String> command) {
    Typed typed = Typed.in(with(command, "--colr", "never"));

    assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err())
        .contains("--colr", "nearest: --color", "--help")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tellsItsVersion(List<String> command) {
    assertThat(Typed.in(with(command, "--version")).out()).startsWith("vigie ");
  }

  @Test
  void namesTheNearestCommand() {
    Typed typed = Typed.in("replai", "x.jsonl");

    assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(typed.err()).contains("nearest: replay");
  }

  @Test
  void printsItsHelpWithoutACommand() {
    Typed typed = Typed.in();

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out()).contains("demo", "replay", "alerts");
  }

  @Test
  void saysWhatIsAllowedForAnOptionsValue() {
    assertThat(Typed.in("demo", "--color", "blue").err()).contains("allowed: auto, always, never");
    assertThat(Typed.in("demo", "--seconds", "0").err()).contains("allowed: 1 to 3600");
    assertThat(Typed.in("demo", "--seconds", "0").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Typed.in("replay", "x", "--as-of", "noon").err()).contains("2024-06-25T20:00:00Z");
    assertThat(Typed.in("replay", "x", "--format", "csv").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Typed.in("replay").err()).contains("FILE");
  }

  @Test
  void endsWithTwoForAFileThatIsNotThere() {
    assertThat(Typed.in("replay", "no-such-file").code()).isEqualTo(ExitCode.USAGE);
    Typed typed = Typed.in("alerts", "show", "no-such-file");
    assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(typed.err()).contains("no-such-file", "remedy: ").doesNotContain("\tat ");
  }

  @Test
  void showsAStackTraceOnlyIfAsked() {
    assertThat(Typed.in("replay", "no-such-file", "--debug").err()).contains("\tat org.vigie");
    assertThat(Typed.in("replay", "no-such-file").err()).doesNotContain("\tat ");
  }

  @Test
  void paintsOnATerminalOnlyAndHonoursNoColor() {
    String[] wrong = {"replay", "no-such-file"};

    assertThat(Typed.onTerminal(Map.of(), wrong).err()).contains(ESCAPE);
    assertThat(Typed.onTerminal(Map.of("NO_COLOR", "1"), wrong).err()).doesNotContain(ESCAPE);
    assertThat(Typed.onTerminal(Map.of("TERM", "dumb"), wrong).err()).doesNotContain(ESCAPE);
    assertThat(Typed.in(wrong).err()).doesNotContain(ESCAPE);
    assertThat(Typed.in("replay", "no-such-file", "--color=always").err()).contains(ESCAPE);
    assertThat(Typed.onTerminal(Map.of(), "replay", "x", "--color=never").err())
        .doesNotContain(ESCAPE);
  }

  private static void collect(CommandLine line, List<String> path, List<List<String>> found) {
    found.add(path);
    line.getSubcommands()
        .forEach(
            (name, sub) -> {
              List<String> longer = new ArrayList<>(path);
              longer.add(name);
              collect(sub, longer, found);
            });
  }

  private static String[] with(List<String> command, String... options) {
    return Stream.concat(command.stream(), Stream.of(options)).toArray(String[]::new);
  }
}
