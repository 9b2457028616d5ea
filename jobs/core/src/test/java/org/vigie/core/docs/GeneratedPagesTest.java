package org.vigie.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Reference pages say what the code says. To write them anew: {@code mvn -pl jobs/core test
 * -Dtest=GeneratedPagesTest -Dvigie.docs.write=true}.
 */
final class GeneratedPagesTest {
  private static final Path DOCS = Path.of("..", "..", "docs");

  @Test
  void keepsTheStatePageInSync() throws IOException {
    inSync("state.md", StatePage.text());
  }

  private static void inSync(String name, String text) throws IOException {
    Path page = DOCS.resolve(name);
    if (Boolean.getBoolean("vigie.docs.write")) {
      Files.writeString(page, text);
    }
    assertThat(Files.readString(page)).as("%s is not what the code says", name).isEqualTo(text);
  }
}
