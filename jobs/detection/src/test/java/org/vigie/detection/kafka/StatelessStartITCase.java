package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.start.NewestCheckpoint;
import org.vigie.detection.start.StartOptions;

/** A job that has read goes on with its state, or not at all, whoever starts it. */
final class StatelessStartITCase {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int POLLS_MAX = 600;

  private static final String READER = "reader";

  @TempDir private static Path checkpoints;
  private static TestBroker broker;

  @TempDir private Path folder;

  @BeforeAll
  static void letAJobReadAndEndWithACheckpoint(@TempDir Path brokerFolder, @TempDir Path scratch)
      throws Exception {
    broker = TestBroker.start(brokerFolder);
    broker.create(TopicPlan.of(1, (short) 1));
    byte[] value = new EventEncoder().encode(Samples.robbery("r1", "one", "other", 0));
    broker.send(List.of(new ProducerRecord<>(Topics.INTERACTIONS, 0, new byte[0], value)));
    Configuration config = config(READER);
    config.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    config.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    JobClient job = start(config, scratch);
    KafkaJob asked = new KafkaJob(config);
    for (int polls = 0; asked.readBefore().isEmpty(); polls++) {
      assertThat(polls).as("offsets are committed").isLessThan(POLLS_MAX);
      LockSupport.parkNanos(POLL.toNanos());
    }
    end(job);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void failsForGoodRatherThanGoOnWithoutTheStateOfWhatItHasRead() throws Exception {
    Configuration config = config(READER);

    JobClient job = start(config, folder);

    assertThatThrownBy(() -> job.getJobExecutionResult().get(2, TimeUnit.MINUTES))
        .isInstanceOf(ExecutionException.class)
        .rootCause()
        .isInstanceOf(StateMissingException.class)
        .hasMessageContaining("the job reader has read these topics before")
        .hasMessageContaining("such as 1 in vigie.interactions-0")
        .hasMessageContaining("execution.state-recovery.path")
        .hasMessageContaining("vigie.start.newest-checkpoint: true")
        .hasMessageContaining("vigie.start.without-state: true");
    assertThat(new KafkaJob(config).stateMissing())
        .as("asked before it is submitted")
        .hasValueSatisfying(why -> assertThat(why).contains("vigie.start.newest-checkpoint"));
  }

  @Test
  void goesOnFromTheNewestCheckpointWhereItIsToldToLookForIt() throws Exception {
    Configuration config = config(READER);
    config.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    config.set(StartOptions.NEWEST_CHECKPOINT, true);

    NewestCheckpoint.restoreIn(config);

    assertThat(config.get(StateRecoveryOptions.SAVEPOINT_PATH)).contains("/chk-");
    awaitRunning(start(config, folder));
  }

  @Test
  void startsWithoutStateWhereItIsToldTo() throws Exception {
    Configuration config = config(READER);
    config.set(StartOptions.WITHOUT_STATE, true);

    assertThat(new KafkaJob(config).stateMissing()).isEmpty();
    awaitRunning(start(config, folder));
  }

  @Test
  void hasNothingToRememberUnderAnotherName() throws Exception {
    assertThat(new KafkaJob(config("another")).stateMissing()).isEmpty();
  }

  private static Configuration config(String name) {
    Configuration config = new Configuration();
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    config.set(KafkaOptions.JOB, name);
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    // Whatever can be tried again is.
    config.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
    return config;
  }

  private static JobClient start(Configuration config, Path scratch) throws Exception {
    return new KafkaJob(config).start(JobConfiguration.local(config, 1, scratch));
  }

  /** Until a savepoint can be taken, which takes every task. */
  private void awaitRunning(JobClient job) throws InterruptedException, ExecutionException {
    String target = folder.resolve("saved").toUri().toString();
    for (int tries = 0; tries < POLLS_MAX; tries++) {
      try {
        job.triggerSavepoint(target, SavepointFormatType.NATIVE).get();
        end(job);
        return;
      } catch (ExecutionException notYet) {
        assertThat(job.getJobExecutionResult()).isNotDone();
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
    throw new AssertionError("the job does not run");
  }

  private static void end(JobClient job) throws InterruptedException, ExecutionException {
    job.cancel().get();
    job.getJobExecutionResult().handle((result, canceled) -> true).get();
  }
}
