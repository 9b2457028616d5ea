package org.vigie.detection.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigFileTest {
  @TempDir Path folder;

  @Test
  void readsNestedNamesNamesWithDotsAndLists() throws IOException {
    GivenOptions given =
        read(
            """
            # a comment
            taskmanager:
              memory.process.size: 4g
            vigie.time.disorder: 5 s
            pipeline:
              classpaths: [a, b]
            """);

    assertThat(given.values())
        .containsEntry("taskmanager.memory.process.size", "4g")
        .containsEntry("vigie.time.disorder", "5 s")
        .containsEntry("pipeline.classpaths", "[a, b]")
        .hasSize(3);
    assertThat(given.place("vigie.time.disorder").name().shown()).endsWith("config.yaml:4:1");
    assertThat(given.place("vigie.time.disorder").value().shown()).endsWith("config.yaml:4:22");
  }

  @Test
  void takesAnEmptyFileForNoOptions() throws IOException {
    assertThat(read("").values()).isEmpty();
    assertThat(read("# nothing yet\n").values()).isEmpty();
  }

  @Test
  void refusesAnOptionThatStandsTwice() {
    assertThatThrownBy(() -> read("vigie.stop.hot-keys: 1\nvigie:\n  stop.hot-keys: 2\n"))
        .hasMessageContaining(
            "config.yaml:3:3: error VIGIE-1704: vigie.stop.hot-keys stands also at")
        .hasMessageContaining("config.yaml:1:1");
  }

  @Test
  void refusesWhatIsNoYamlWithoutQuotingIt() {
    assertThatThrownBy(() -> read("vigie.kafka.client.ssl.key.password: \"canary\n"))
        .isInstanceOf(OptionsRefusedException.class)
        .hasMessageContaining("VIGIE-1705")
        .hasMessageNotContaining("canary");
  }

  @Test
  void refusesAFileThatHoldsNoNames() {
    assertThatThrownBy(() -> read("just a text\n")).hasMessageContaining("holds no options");
    assertThatThrownBy(() -> read("vigie: [{a: 1}]\n"))
        .hasMessageContaining("vigie is neither a text nor");
  }

  private GivenOptions read(String text) throws IOException {
    return ConfigFile.read(Files.writeString(folder.resolve("config.yaml"), text));
  }
}
