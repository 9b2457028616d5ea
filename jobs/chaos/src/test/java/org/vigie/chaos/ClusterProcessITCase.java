package org.vigie.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.chaos.Rig.Judged;
import org.vigie.chaos.process.Await;
import org.vigie.chaos.stream.Producing;
import org.vigie.chaos.stream.Towns;

/**
 * The built jar on a cluster of separate JVMs: a kill -9 under load, a savepoint, a restore at
 * another parallelism. The folder of logs stays under target when it fails.
 */
final class ClusterProcessITCase {
  private static final long SEED = Long.getLong("seed", 11);
  private static final int EVENTS_PER_SECOND = 200;
  private static final long EVENTS = 8_000;

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES) // on a machine that has other work to do
  void settlesWhatTheEngineSettlesThroughAKillASavepointAndAnotherParallelism() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "cluster-");
    Rig.Settings settings =
        new Rig.Settings(
            folder,
            Path.of("../job/target/vigie-job.jar"),
            Path.of("target/flink-libraries"),
            2,
            false);
    try (Rig rig = Rig.start(settings, 2);
        Producing stream = produce(rig)) {
      String job = rig.submit(2, "");
      acknowledged(stream, EVENTS / 4);
      rig.cluster().awaitCheckpoint(job, 0);
      rig.cluster().killTaskManager(0);
      acknowledged(stream, EVENTS / 2);
      Await.until(
          "the job was restored", Duration.ofMinutes(3), () -> rig.cluster().restores(job) > 0);
      rig.cluster().awaitRunning(job);

      String savepoint = rig.cluster().stop(job);
      rig.cluster().addTaskManager();
      rig.cluster().awaitTaskManagers();
      String next = rig.submit(3, savepoint);
      assertThat(rig.cluster().restores(next)).isEqualTo(1);
      acknowledged(stream, EVENTS);

      Judged judged = rig.judge(stream);
      assertThat(judged.expected().revisions()).as("seed %s", SEED).isNotEmpty();
      assertThat(judged.expected().forced()).as("seed %s", SEED).isZero();
      assertThat(judged.found().silent())
          .as("rules without alert, seed %s", SEED)
          .hasSizeLessThan(10);
      assertThat(judged.expected().refused()).isPositive();
      assertThat(judged.deadLetters()).hasSize((int) judged.expected().refused());
      assertThat(judged.verdict().lost()).as("lost, seed %s", SEED).isEmpty();
      assertThat(judged.verdict().invented()).as("invented, seed %s", SEED).isEmpty();
      assertThat(judged.verdict().twofold()).as("with two contents, seed %s", SEED).isEmpty();
      assertThat(Gist.ofWire(judged.delivered()))
          .as("the reference detector, seed %s", SEED)
          .isEqualTo(Gist.ofReference(judged.log(), judged.expected().settledMs()));
    }
  }

  private static Producing produce(Rig rig) {
    return rig.produce(new Towns(SEED, EVENTS_PER_SECOND), EVENTS_PER_SECOND);
  }

  private static void acknowledged(Producing stream, long events) throws InterruptedException {
    Await.until(
        events + " events are acknowledged",
        Duration.ofMinutes(5),
        () -> stream.acknowledged() >= events);
  }
}
