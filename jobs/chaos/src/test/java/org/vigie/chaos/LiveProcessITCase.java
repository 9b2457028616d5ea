package org.vigie.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.chaos.Rig.Judged;
import org.vigie.chaos.cluster.KafkaProcess;
import org.vigie.chaos.process.Await;
import org.vigie.chaos.process.FreePort;
import org.vigie.chaos.stream.Producing;
import org.vigie.chaos.stream.Towns;
import org.vigie.cli.ExitCode;

/**
 * {@code run} and {@code serve} killed by kill -9 and started again with the same command, then
 * ended in order; settled alerts are the engine's. The folder of logs stays under target.
 */
final class LiveProcessITCase {
  private static final long SEED = Long.getLong("seed", 11);
  private static final int PARTITIONS = 2;
  private static final int EVENTS_PER_SECOND = 200;
  private static final long EVENTS_BEFORE = 4_500;
  private static final long EVENTS_AFTER = 3_000;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @Timeout(value = 15, unit = TimeUnit.MINUTES) // on a machine that has other work to do
  void runGoesOnWhereItWasKilledUnderLoad(boolean exactlyOnce) throws Exception {
    Path folder = folder("run-");
    try (KafkaProcess broker = KafkaProcess.start(folder)) {
      broker.createTopics(PARTITIONS);
      List<String> command = run(broker.bootstrapServers(), exactlyOnce);
      try (LiveVigie first = LiveVigie.start(folder, "first", command, "running; ");
          Producing stream = produce(broker.bootstrapServers(), towns())) {
        acknowledged(stream, EVENTS_BEFORE);
        first.awaitCheckpoint();
        first.kill();

        try (LiveVigie second = LiveVigie.start(folder, "second", command, "running; ")) {
          assertThat(second.said()).contains("going on from ");
          acknowledged(stream, stream.acknowledged() + EVENTS_AFTER);
          Judged judged = Rig.judge(stream, broker.bootstrapServers());

          assertSettledAsByTheEngine(judged);
          assertThat(judged.verdict().holds(!exactlyOnce)).as("copies, seed %s", SEED).isTrue();
          assertEndsWithASavepoint(second);
        }
      }
    }
  }

  /** The broker dies with it: what it had acknowledged is there again, and the job goes on. */
  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void serveLosesNothingThatItAcknowledgedBeforeItWasKilled() throws Exception {
    Path folder = folder("serve-");
    int port = FreePort.find();
    String servers = "127.0.0.1:" + port;
    List<String> command = List.of("serve", "--port", Integer.toString(port));
    Towns towns = towns();
    long sent;
    try (LiveVigie first = LiveVigie.start(folder, "first", command, "ready: broker ")) {
      try (Producing stream = produce(servers, towns)) {
        acknowledged(stream, EVENTS_BEFORE);
        first.awaitCheckpoint();
        sent = stream.finish();
      }
      first.kill(); // the last ten seconds are not settled yet
    }
    try (LiveVigie second = LiveVigie.start(folder, "second", command, "ready: broker ");
        Producing stream = produce(servers, towns)) {
      assertThat(second.said()).contains("going on from ");
      acknowledged(stream, EVENTS_AFTER);
      Judged judged = Rig.judge(stream, servers);

      assertThat(judged.log()).hasSizeGreaterThanOrEqualTo((int) (sent + stream.acknowledged()));
      assertSettledAsByTheEngine(judged);
      assertEndsWithASavepoint(second);
    }
  }

  private static List<String> run(String bootstrapServers, boolean exactlyOnce) {
    String delivery = exactlyOnce ? "exactly-once" : "at-least-once";
    return List.of(
        "run", "--bootstrap-servers", bootstrapServers, "-D", "vigie.alerts.delivery=" + delivery);
  }

  private static void assertSettledAsByTheEngine(Judged judged) {
    assertThat(judged.expected().revisions()).as("seed %s", SEED).isNotEmpty();
    assertThat(judged.expected().forced()).as("seed %s", SEED).isZero();
    assertThat(judged.expected().refused()).isPositive();
    assertThat(judged.deadLetters()).hasSize((int) judged.expected().refused());
    assertThat(judged.verdict().lost()).as("lost, seed %s", SEED).isEmpty();
    assertThat(judged.verdict().invented()).as("invented, seed %s", SEED).isEmpty();
    assertThat(judged.verdict().twofold()).as("with two contents, seed %s", SEED).isEmpty();
  }

  private static void assertEndsWithASavepoint(LiveVigie vigie) throws InterruptedException {
    assertThat(vigie.interrupt()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(vigie.said()).contains("stopping with a savepoint").doesNotContain("no savepoint (");
    assertThat(vigie.savepoints()).isNotEmptyDirectory();
  }

  private static Path folder(String name) throws IOException {
    return Files.createTempDirectory(Path.of("target").toAbsolutePath(), name);
  }

  private static Towns towns() {
    return new Towns(SEED, EVENTS_PER_SECOND);
  }

  private static Producing produce(String bootstrapServers, Towns towns) {
    return Producing.start(bootstrapServers, towns, EVENTS_PER_SECOND);
  }

  private static void acknowledged(Producing stream, long events) throws InterruptedException {
    Await.until(
        events + " events are acknowledged",
        Duration.ofMinutes(5),
        () -> stream.acknowledged() >= events);
  }
}
