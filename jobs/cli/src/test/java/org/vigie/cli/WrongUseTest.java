package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.rules.diagnostic.DiagnosticCode;

/**
 * Commands and options as someone mistypes them, and what is said of each. Each file holds the
 * command, a file of options if it takes one, and the answer. To write the answers anew: {@code
 * -Dvigie.docs.write=true}; then read them.
 */
final class WrongUseTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "wrong");
  private static final String TYPED = "$ vigie ";
  private static final String OPTIONS = "--- config.yaml\n";
  private static final String SAYS = "--- says\n";

  @TempDir Path folder;

  static List<Path> wrong() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void saysHowToMendIt(Path file) throws IOException {
    String text = Files.readString(file);
    int says = text.indexOf(SAYS) + SAYS.length();
    String said = said(text.substring(0, says - SAYS.length()));
    if (Boolean.getBoolean("vigie.docs.write")) {
      Files.writeString(file, text.substring(0, says) + said);
    }
    assertThat(Files.readString(file).substring(says)).isEqualTo(said);
  }

  @Test
  void showsEveryCodeOfOptionsAndOfTheCommandLine() throws IOException {
    Set<DiagnosticCode> missing = EnumSet.range(DiagnosticCode.UNKNOWN_OPTION, last());
    missing.add(DiagnosticCode.UNKNOWN_PROFILE);
    for (Path file : wrong()) {
      String text = Files.readString(file);
      missing.removeIf(code -> text.contains(" " + code.id() + ": "));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void tellsMachinesTheSame() {
    Typed typed = Typed.in("replay", "x", "--json", "--format", "foo");

    assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err())
        .startsWith("{\"code\":\"VIGIE-1904\"")
        .contains("\"allowed\":\"jsonl, snap\"")
        .hasLineCount(1);
    assertThat(Typed.in("replay", "x", "--json", "-Dvigie.time.disordre=1").err())
        .startsWith("{\"code\":\"VIGIE-1701\"")
        .contains("\"nearest\":\"vigie.time.disorder\"")
        .hasLineCount(1);
    assertThat(Typed.in("replay", "no-such-file", "--json").err())
        .startsWith("{\"code\":\"VIGIE-1907\"")
        .hasLineCount(1);
  }

  @Test
  void neverShowsASecret() throws IOException {
    Path options = folder.resolve("config.yaml");
    Files.writeString(
        options,
        """
        vigie: {kafka.cleint.ssl.key.password: canary}
        vigie.a: http://u:canary@host
        vigie.stop.id-secret: canary
        """);

    assertThat(
            Typed.in(
                    "replay",
                    "x",
                    "--config",
                    options.toString(),
                    "-Dvigie.kafka.sasl.password=canary",
                    "-Dvigie.b=http://u:canary@host")
                .err())
        .contains("vigie.kafka.cleint.ssl.key.password", "vigie.a", "vigie.b")
        .doesNotContain("canary");
  }

  @Test
  void showsNothingThatMovesTheCursor() {
    assertThat(Typed.in("replay", "x", "-Dvigie.\u001b[2Jx=1").err()).doesNotContain("\u001b");
  }

  private String said(String text) throws IOException {
    int options = text.indexOf(OPTIONS);
    if (options >= 0) {
      Files.writeString(folder.resolve("config.yaml"), text.substring(options + OPTIONS.length()));
    }
    String typed = text.substring(TYPED.length(), text.indexOf('\n')).strip();
    String[] words =
        Arrays.stream(typed.split(" +"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace("FOLDER", folder.toString()))
            .toArray(String[]::new);
    Typed answer = Typed.in(words);
    assertThat(answer.out()).isEmpty();
    return (answer.err() + "exit " + answer.code() + "\n").replace(folder.toString(), "FOLDER");
  }

  private static DiagnosticCode last() {
    DiagnosticCode[] all = DiagnosticCode.values();
    return all[all.length - 1];
  }
}
