package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real broker and a JVM for each floor, on a topic far too small for its times to mean a thing.
 */
class PipelineBenchProcessITCase {
  private static final int EVENTS = 2_000;

  @TempDir Path directory;

  @Test
  void aFloorAndTheJobProcessEveryEventAndLeaveNothingBehind() throws IOException {
    Path json = directory.resolve("results.jsonl");
    Path work = directory.resolve("work");
    int exitCode =
        PipelineBench.run(
            "--events=" + EVENTS,
            "--accounts=400",
            "--peers=null-3hop,vigie",
            "--rounds=1",
            "--json=" + json,
            "--work=" + work);
    assertThat(exitCode).isZero();
    List<JsonNode> rounds = ofType("round", json);
    assertThat(rounds)
        .extracting(round -> round.get("peer").asText())
        .containsExactly("null-3hop", "vigie");
    for (JsonNode round : rounds) {
      JsonNode result = round.get("result");
      assertThat(result.get("whole").get("events").asLong()).isEqualTo(EVENTS);
      assertThat(result.get("whole").get("cpuNanos").asLong()).isPositive();
    }
    long pairs = ofType("facts", json).get(0).get("pairs").asLong();
    assertThat(rounds.get(0).get("result").get("stateBytes").asLong()).isGreaterThan(pairs * 150);
    JsonNode floor = stop("pair", rounds.get(0));
    assertThat(floor.get("keys").asLong()).isEqualTo(pairs);
    assertThat(floor.get("packedBytes").asLong()).isEqualTo(pairs * 150);
    JsonNode own = stop("pair", rounds.get(1));
    assertThat(own.get("keys").asLong()).isEqualTo(pairs);
    assertThat(own.get("coreBytes").asLong()).isNotNegative();
    assertThat(own.get("packedBytes").asLong()).isGreaterThan(pairs * 20);
    assertThat(own.get("storedBytes").asLong()).isPositive();
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theSimulatorsWorldGoesThroughFloorAndJobAndRaisesAlerts() throws IOException {
    Path json = directory.resolve("world.jsonl");
    int exitCode =
        PipelineBench.run(
            "--preset=world",
            "--accounts=200",
            "--days=10",
            "--peers=null-3hop,vigie",
            "--rounds=1",
            "--json=" + json,
            "--work=" + directory.resolve("work"));
    assertThat(exitCode).isZero();
    JsonNode facts = ofType("facts", json).get(0);
    long events = facts.get("events").asLong();
    assertThat(facts.get("sessions").asLong()).isBetween(200L, events / 2);
    assertThat(facts.get("interactions").asLong()).isBetween(20L, events / 2);
    List<JsonNode> rounds = ofType("round", json);
    for (JsonNode round : rounds) {
      assertThat(round.get("result").get("whole").get("events").asLong()).isEqualTo(events);
    }
    assertThat(stop("sender", rounds.get(0)).get("keys").asLong())
        .isEqualTo(facts.get("senders").asLong());
    assertThat(rounds.get(1).get("result").get("alerts").asLong()).isGreaterThan(20);
  }

  private static JsonNode stop(String name, JsonNode round) {
    for (JsonNode stop : round.get("result").get("stops")) {
      if (stop.get("stop").asText().equals(name)) {
        return stop;
      }
    }
    throw new AssertionError("no stop " + name + " in " + round);
  }

  private static List<JsonNode> ofType(String type, Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> found = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = mapper.readTree(line);
      if (node.get("type").asText().equals(type)) {
        found.add(node);
      }
    }
    return found;
  }
}
