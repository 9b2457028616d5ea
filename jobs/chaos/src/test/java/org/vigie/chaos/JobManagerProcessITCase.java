package org.vigie.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.chaos.Rig.Judged;
import org.vigie.chaos.cluster.ApplicationCluster;
import org.vigie.chaos.cluster.KafkaProcess;
import org.vigie.chaos.process.Await;
import org.vigie.chaos.stream.Producing;
import org.vigie.chaos.stream.Towns;

/**
 * The JobManager of docker-compose.yml's set-up killed by kill -9 and started again: never without
 * the state of what was read. The folder of logs stays under target.
 */
final class JobManagerProcessITCase {
  private static final long SEED = Long.getLong("seed", 11);
  private static final int EVENTS_PER_SECOND = 100;
  private static final int CHECKPOINTS = 3;
  private static final Path JAR = Path.of("../job/target/vigie-job.jar");

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES) // on a machine that has other work to do
  void goesOnFromTheNewestCheckpointThatCanBeReadOrDoesNotStart() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "jobmanager-");
    try (KafkaProcess broker = KafkaProcess.start(folder)) {
      broker.createTopics(1);
      try (ApplicationCluster cluster = start(folder, broker);
          Producing stream =
              Producing.start(
                  broker.bootstrapServers(),
                  new Towns(SEED, EVENTS_PER_SECOND),
                  EVENTS_PER_SECOND)) {
        String job = cluster.awaitRunning();
        acknowledged(stream, 1_000);
        cluster.awaitCheckpoints(job, cluster.checkpoints(job, "completed") + CHECKPOINTS);
        cluster.killJobManager();
        assertRefusesToForget(cluster);

        halve(newest(cluster.metadata(job)));
        cluster.startJobManager("--vigie.start.newest-checkpoint", "true");
        String next = cluster.awaitRunning();

        assertThat(cluster.said()).contains("VIGIE-2004").contains("VIGIE-2007");
        assertThat(cluster.checkpoints(next, "restored")).isEqualTo(1);
        acknowledged(stream, stream.acknowledged() + 1_000);
        assertSettledAsByTheEngine(Rig.judge(stream, broker.bootstrapServers()));
      }
    }
  }

  private static ApplicationCluster start(Path folder, KafkaProcess broker) throws IOException {
    String libraries =
        Files.readString(Path.of("target/flink-libraries"), StandardCharsets.UTF_8).strip();
    Map<String, String> options =
        Map.of(
            "execution.checkpointing.num-retained",
            "" + CHECKPOINTS,
            "execution.checkpointing.externalized-checkpoint-retention",
            "RETAIN_ON_CANCELLATION");
    return ApplicationCluster.start(
        folder,
        libraries,
        JAR,
        options,
        List.of("--vigie.kafka.bootstrap-servers", broker.bootstrapServers()));
  }

  private static void assertRefusesToForget(ApplicationCluster cluster)
      throws IOException, InterruptedException {
    cluster.startJobManager();

    assertThat(cluster.awaitEndOfJobManager()).isNotZero();
    assertThat(cluster.said())
        .contains("Vigie does not start")
        .contains("the job vigie-detection has read these topics before")
        .contains("vigie.start.newest-checkpoint: true");
  }

  private static Path newest(List<Path> metadata) {
    assertThat(metadata).hasSizeGreaterThan(1);
    return metadata.get(metadata.size() - 1);
  }

  /** As a disk that was full leaves it. */
  private static void halve(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }

  private static void assertSettledAsByTheEngine(Judged judged) {
    assertThat(judged.expected().revisions()).as("seed %s", SEED).isNotEmpty();
    assertThat(judged.expected().forced()).as("seed %s", SEED).isZero();
    assertThat(judged.verdict().lost()).as("lost, seed %s", SEED).isEmpty();
    assertThat(judged.verdict().invented()).as("invented, seed %s", SEED).isEmpty();
    assertThat(judged.verdict().twofold()).as("with two contents, seed %s", SEED).isEmpty();
  }

  private static void acknowledged(Producing stream, long events) throws InterruptedException {
    Await.until(
        events + " events are acknowledged",
        Duration.ofMinutes(5),
        () -> stream.acknowledged() >= events);
  }
}
