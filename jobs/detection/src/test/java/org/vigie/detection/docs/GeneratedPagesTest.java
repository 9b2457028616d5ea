package org.vigie.detection.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.JsonLineReader;

/**
 * Reference pages say what the code says. To write them anew: {@code mvn -pl jobs/detection -am
 * test -Dtest=GeneratedPagesTest -Dsurefire.failIfNoSpecifiedTests=false -Dvigie.docs.write=true}.
 */
final class GeneratedPagesTest {
  private static final Path DOCS = Path.of("..", "..", "docs");

  @Test
  void keepsTheOptionsPageInSync() throws IOException {
    inSync("options.md", OptionsPage.text());
  }

  @Test
  void keepsTheMetricsPageInSync() throws IOException {
    inSync("metrics.md", MetricsPage.text());
  }

  @Test
  void keepsTheLogEventsPageInSync() throws IOException {
    inSync("log-events.md", LogEventsPage.text());
  }

  @Test
  void keepsTheTopicsPageInSync() throws IOException {
    inSync("topics.md", TopicsPage.text());
  }

  @Test
  void keepsTheAsyncApiDocumentInSync() throws IOException {
    inSync("asyncapi.yaml", AsyncApiDocument.text());
  }

  @Test
  void keepsTheWirePageInSync() throws IOException {
    inSync("wire.md", WirePage.text());
  }

  @Test
  void readsTheExamplesOfTheWirePage() {
    WirePage.EXAMPLES.forEach(
        (kind, line) ->
            assertThat(JsonLineReader.ofEvents().read(1, line.getBytes(StandardCharsets.UTF_8)))
                .as("%s", kind)
                .isInstanceOf(JsonLine.Read.class));
  }

  private static void inSync(String name, String text) throws IOException {
    Path page = DOCS.resolve(name);
    if (Boolean.getBoolean("vigie.docs.write")) {
      Files.writeString(page, text);
    }
    assertThat(Files.readString(page)).as("%s is not what the code says", name).isEqualTo(text);
  }
}
