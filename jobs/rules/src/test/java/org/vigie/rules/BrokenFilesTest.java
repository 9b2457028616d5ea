package org.vigie.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.rules.bundle.Profile;
import org.vigie.rules.bundle.RuleFiles;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.Rulebooks;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.scenario.RuleTestRun;

/**
 * Broken files as a new author would write them, and what a check says of each. To write the
 * answers anew: {@code -Dvigie.docs.write=true}; then read them.
 */
class BrokenFilesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "broken");
  private static final String FILE = "--- ";
  private static final String SAYS = "--- says";

  /** What no file of rules can show; of options and the command line, the latter's tests do. */
  private static final Set<DiagnosticCode> ELSEWHERE =
      EnumSet.range(DiagnosticCode.UNKNOWN_OPTION, DiagnosticCode.WRONG_USE);

  static {
    ELSEWHERE.add(DiagnosticCode.UNREADABLE_FILE);
    ELSEWHERE.add(DiagnosticCode.FILE_TOO_LARGE);
    ELSEWHERE.add(DiagnosticCode.UNKNOWN_PROFILE);
  }

  static List<Path> broken() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysHowToMendIt(Path file) throws IOException {
    String text = Files.readString(file);
    int says = text.indexOf(SAYS);
    String said = said(text.substring(0, says));
    if (Boolean.getBoolean("vigie.docs.write")) {
      Files.writeString(file, text.substring(0, says) + SAYS + "\n" + said);
    }
    assertThat(Files.readString(file).substring(says + SAYS.length() + 1)).isEqualTo(said);
  }

  @Test
  void showsEveryCode() throws IOException {
    Set<DiagnosticCode> missing = EnumSet.allOf(DiagnosticCode.class);
    missing.removeAll(ELSEWHERE);
    for (Path file : broken()) {
      String text = Files.readString(file);
      diagnostics(text.substring(0, text.indexOf(SAYS)))
          .forEach(diagnostic -> missing.remove(diagnostic.code()));
    }
    assertThat(missing).isEmpty();
  }

  private static String said(String text) {
    StringBuilder said = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics(text)) {
      diagnostic.lines().forEach(line -> said.append(line).append('\n'));
    }
    return said.toString();
  }

  private static List<Diagnostic> diagnostics(String text) {
    TreeMap<String, String> files = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    String name = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith(FILE)) {
        name = line.substring(FILE.length());
        lines.clear();
      } else {
        lines.add(line);
        if (!name.isEmpty()) {
          files.put(name, String.join("\n", lines) + "\n");
        }
      }
    }
    Diagnostics diagnostics = new Diagnostics();
    RuleFiles all = RuleFiles.of(files).completed();
    Rulebooks.read(all, Profile.DEFAULT, diagnostics)
        .ifPresent((Rulebook book) -> RuleTestRun.run(all, book, List.of(), diagnostics));
    return diagnostics.all();
  }
}
