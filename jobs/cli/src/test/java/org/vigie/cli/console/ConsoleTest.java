package org.vigie.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConsoleTest {
  @Test
  void breaksLinesAtSpacesOnly() {
    assertThat(Wrap.lines("one two three", 7)).containsExactly("one two", "three");
    assertThat(Wrap.lines("  a   b ", 80)).containsExactly("a b");
    assertThat(Wrap.lines("unbreakable it", 3)).containsExactly("unbreakable", "it");
    assertThat(Wrap.lines("", 3)).containsExactly("");
  }

  @Test
  void putsCellsUnderEachOtherWhateverTheirColours() {
    Table table = new Table();
    table.row().cell("a").cell("long cell").cell("x");
    table.row().cell(Ink.GOOD, "longer").cell("b");

    assertThat(table.lines(Style.PLAIN)).containsExactly("a       long cell  x", "longer  b");
    assertThat(table.lines(Style.COLOUR).get(1)).isEqualTo("\u001b[32mlonger\u001b[0m  b");
  }

  @Test
  void keepsLettersOfAnyScriptAndNothingThatSteers() {
    assertThat(Printable.of("é Ж 漢 🙂")).isEqualTo("é Ж 漢 🙂");
    assertThat(Printable.of("a\u001b[31mb\u009bc\u200fd\n")).isEqualTo("a?[31mb?c?d?");
  }

  @Test
  void readsTheWidthFromTheEnvironmentWithinBounds() {
    assertThat(console(Map.of("COLUMNS", "80")).width()).isEqualTo(80);
    assertThat(console(Map.of("COLUMNS", "10")).width()).isEqualTo(60);
    assertThat(console(Map.of("COLUMNS", "500")).width()).isEqualTo(110);
    assertThat(console(Map.of("COLUMNS", "wide")).width()).isEqualTo(100);
    assertThat(console(Map.of()).width()).isEqualTo(100);
  }

  @Test
  void removesATemporaryFolderWithAllThatIsInIt() throws IOException {
    Path path;
    try (TemporaryFolder folder = TemporaryFolder.create("vigie-test-")) {
      path = folder.path();
      Files.createDirectories(path.resolve("a/b"));
      Files.writeString(path.resolve("a/b/c"), "x");
    }

    assertThat(path).doesNotExist();
  }

  private static Console console(Map<String, String> environment) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Console(
        new Terminal(
            new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, false, environment));
  }
}
