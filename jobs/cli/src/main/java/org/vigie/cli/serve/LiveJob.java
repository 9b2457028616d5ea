package org.vigie.cli.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.apache.flink.util.ExceptionUtils;
import org.vigie.cli.CommandFailedException;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.kafka.KafkaJob;
import org.vigie.schemas.RegistryUnavailableException;

/** The job in a Flink cluster inside this process, until it is told to stop. */
final class LiveJob implements AutoCloseable {
  private static final Duration SAVEPOINT_MAX = Duration.ofSeconds(60);
  private static final long TRY_AGAIN_MS = 200;
  private static final CheckpointFailureReason NOT_ALL_RUNNING =
      CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING;
  private static final Duration CANCEL_MAX = Duration.ofSeconds(20);

  private final String run;
  private final JobCounts counts;
  private final JobClient client;
  private final CompletableFuture<JobExecutionResult> result;

  private LiveJob(String run, JobCounts counts, JobClient client) {
    this.run = run;
    this.counts = counts;
    this.client = client;
    this.result = client.getJobExecutionResult();
  }

  /**
   * Starts a job whose brokers were looked at.
   *
   * @param config options of job and Flink
   * @param scratch where Flink works; exists
   * @throws CommandFailedException if Flink does not start
   */
  static LiveJob start(KafkaJob job, Configuration config, int parallelism, Path scratch) {
    String run = UUID.randomUUID().toString();
    Configuration counted = new Configuration(config);
    JobCountsReporterFactory.addTo(counted, run);
    JobCounts counts = JobCounts.start(run);
    try {
      JobClient client = job.start(JobConfiguration.local(counted, parallelism, scratch));
      return new LiveJob(run, counts, client);
    } catch (RegistryUnavailableException | IllegalArgumentException e) {
      JobCounts.end(run);
      throw CommandFailedException.environment(String.valueOf(e.getMessage()), "");
    } catch (Exception e) { // the signature of Flink's executeAsync
      JobCounts.end(run);
      throw CommandFailedException.environment(
          "Flink does not start in this process: " + e, "look whether memory suffices");
    }
  }

  JobCounts counts() {
    return counts;
  }

  /** Why it ended, if it did: it should not by itself. */
  Optional<String> failure() throws InterruptedException {
    if (!result.isDone()) {
      return Optional.empty();
    }
    try {
      result.get();
      return Optional.of("it ended by itself");
    } catch (ExecutionException e) {
      return Optional.of(root(e).toString());
    }
  }

  /**
   * Stops the job with a savepoint, from which it goes on as if it had never stopped.
   *
   * @param savepoints where it goes
   * @return why there is none; empty if there is one
   */
  Optional<String> stop(Path savepoints) throws InterruptedException {
    long untilNanos = System.nanoTime() + SAVEPOINT_MAX.toNanos();
    try {
      while (!tryToStop(savepoints)) {
        if (System.nanoTime() > untilNanos) {
          return Optional.of("the job does not run");
        }
        TimeUnit.MILLISECONDS.sleep(TRY_AGAIN_MS);
      }
      result.get(CANCEL_MAX.toSeconds(), TimeUnit.SECONDS);
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(root(e).toString());
    } catch (TimeoutException e) {
      return Optional.of("not within " + SAVEPOINT_MAX.toSeconds() + " s");
    }
  }

  /** False if the job is not so far that a savepoint can be taken. */
  private boolean tryToStop(Path savepoints)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      client
          .stopWithSavepoint(false, savepoints.toUri().toString(), SavepointFormatType.NATIVE)
          .get(SAVEPOINT_MAX.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      boolean starting =
          ExceptionUtils.findThrowable(e, CheckpointException.class)
              .filter(failure -> failure.getCheckpointFailureReason() == NOT_ALL_RUNNING)
              .isPresent();
      if (starting) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    JobCounts.end(run);
    if (result.isDone()) {
      return;
    }
    try {
      client.cancel().get(CANCEL_MAX.toSeconds(), TimeUnit.SECONDS);
      result.handle((done, canceled) -> true).get(CANCEL_MAX.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The process ends next, and the job with it.
      return;
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
