package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.kafka.KafkaJob;
import org.vigie.detection.stop.StopOptions;

/** What stands in the log, in the form that {@code --log-json} gives it. */
final class JsonLogsITCase {
  private static final String CANARY = "canary-3c9d";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final LogLines lines = LogLines.listen();

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  void holdsNoIdAndNoTextOfAnyPersonWhileAJobRunsOverThem() throws Exception {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      events.append(message(i)).append('\n');
    }
    Path file = Files.writeString(folder.resolve("events.jsonl"), events);

    Typed typed =
        Typed.in(
            "replay", file.toString(), "-D" + StopOptions.TAIL_INSTANTS.key() + "=8", "--json");

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out()).contains(CANARY); // the alerts name them
    assertThat(lines.taken()).isNotEmpty();
    assertThat(lines.taken()).noneMatch(line -> line.contains(CANARY));
    for (String line : lines.taken()) {
      JsonNode read = JSON.readTree(line);
      assertThat(read.path("level").asText()).isNotEmpty();
      assertThat(read.path("message").isTextual()).isTrue();
    }
  }

  @Test
  void namesTheOptionsOfAJobByAStableEventWithoutTheirSecrets() throws Exception {
    Configuration config = new Configuration();
    config.setString("vigie.kafka.bootstrap-servers", "localhost:9092");
    config.setString("vigie.kafka.client.sasl.jaas.config", "password=\"" + CANARY + "\";");
    StreamExecutionEnvironment env = JobConfiguration.local(config, 1, folder);

    new KafkaJob(config).connect(env);

    assertThat(lines.taken()).noneMatch(line -> line.contains(CANARY));
    JsonNode connected =
        JSON.readTree(
            lines.taken().stream()
                .filter(line -> line.contains("VIGIE-2006"))
                .findFirst()
                .orElseThrow());
    assertThat(connected.path("event").asText()).isEqualTo("VIGIE-2006");
    assertThat(connected.path("message").asText())
        .contains("vigie.kafka.bootstrap-servers=localhost:9092", "sasl.jaas.config=******");
  }

  private static String message(int number) {
    return ("{\"type\":\"message\",\"event_id\":\"%1$s-m%2$d\",\"community\":\"%1$s-c\","
            + "\"time\":\"2024-06-25T20:00:0%3$d.%4$03dZ\",\"sender\":\"%1$s-a\","
            + "\"recipients\":[\"%1$s-b\"],\"channel\":\"DIRECT\",\"text\":\"%1$s text\","
            + "\"media\":[{\"hash\":\"%1$s-h\",\"kind\":\"IMAGE\",\"match\":{\"list\":\"%1$s-l\","
            + "\"verified\":true,\"method\":\"EXACT\",\"distance\":0}}]}")
        .formatted(CANARY, number, number % 5, number);
  }
}
