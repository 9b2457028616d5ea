package org.vigie.cli.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vigie.cli.CommandFailedException;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.DetectionStreams;
import org.vigie.detection.DetectionTopology;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.kafka.BrokerChecks;
import org.vigie.detection.kafka.BrokerUnreachableException;
import org.vigie.detection.kafka.KafkaConnectors;
import org.vigie.detection.kafka.KafkaOptions;
import org.vigie.detection.kafka.KafkaSettings;
import org.vigie.detection.time.SilenceBounds;
import org.vigie.detection.time.TimeOptions;

/** The real job, on the demo's broker, in a Flink cluster inside this process. */
final class DemoJob implements AutoCloseable {
  private static final int PARALLELISM = 2;
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);
  private static final long CANCEL_SECONDS_MAX = 20;

  private final String run;
  private final SettledClock clock;
  private final JobClient client;
  private final CompletableFuture<JobExecutionResult> result;

  private DemoJob(String run, SettledClock clock, JobClient client) {
    this.run = run;
    this.clock = clock;
    this.client = client;
    this.result = client.getJobExecutionResult();
  }

  /**
   * Submits the job.
   *
   * @param folder where state and checkpoints go
   * @throws CommandFailedException if the broker is not as the job needs it, or Flink does not
   *     start
   */
  static DemoJob start(String bootstrapServers, Path folder) {
    Configuration config = configuration(bootstrapServers, folder);
    String run = UUID.randomUUID().toString();
    SettledClock clock = SettledClock.start(run, PARALLELISM);
    StreamExecutionEnvironment env = JobConfiguration.local(config, PARALLELISM, folder);
    connect(env, config, run);
    try {
      return new DemoJob(run, clock, env.executeAsync("vigie-demo"));
    } catch (Exception e) { // the signature of Flink's executeAsync
      throw CommandFailedException.environment(
          "Flink does not start in this process: " + e, "look whether memory suffices");
    }
  }

  private static Configuration configuration(String bootstrapServers, Path folder) {
    Configuration config = new Configuration();
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, bootstrapServers);
    config.set(KafkaOptions.JOB, "vigie-demo");
    // A day takes seconds here: partitions that are minutes apart on the clock are days apart in
    // it.
    config.set(KafkaOptions.ALIGNMENT_DRIFT, Duration.ofDays(1));
    config.set(TimeOptions.ALLOW_CREATE_TIME, true);
    config.set(TimeOptions.IDLE_AFTER, Duration.ofMinutes(10));
    config.set(TimeOptions.UNUSED_IDLE_AFTER, Duration.ofMinutes(10));
    config.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    config.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    return config;
  }

  private static void connect(StreamExecutionEnvironment env, Configuration config, String run) {
    KafkaSettings kafka = KafkaSettings.from(config);
    check(kafka);
    KafkaConnectors connectors = new KafkaConnectors(kafka);
    SilenceBounds silence = SilenceBounds.from(config);
    DataStream<LogRecord> records =
        env.fromSource(connectors.source(silence), connectors.watermarks(silence), "events")
            .uid("events");
    DetectionStreams streams =
        DetectionTopology.build(
            records, DetectionTopology.noBundles(records), DetectionSettings.from(config));
    streams.alerts().sinkTo(connectors.alerts()).name("alerts").uid("alerts");
    streams.provisional().sinkTo(connectors.provisional()).name("provisional").uid("provisional");
    streams.progress().sinkTo(connectors.progress()).name("progress").uid("progress");
    streams.deadLetters().sinkTo(connectors.deadLetters()).name("dead-letters").uid("dead-letters");
    streams.alerts().sinkTo(new SettledSink(run)).name("settled").uid("settled");
  }

  private static void check(KafkaSettings kafka) {
    try {
      List<String> problems = new BrokerChecks(kafka, true, PARALLELISM).problems();
      if (!problems.isEmpty()) {
        throw CommandFailedException.environment(
            "the broker is not as the job needs it: " + String.join("; ", problems), "");
      }
    } catch (BrokerUnreachableException e) {
      throw CommandFailedException.environment(
          "the embedded broker does not answer: " + e.getMessage(), "look into the log");
    }
  }

  /** How far it has settled. */
  SettledClock clock() {
    return clock;
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
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return Optional.of(root.toString());
    }
  }

  @Override
  public void close() {
    SettledClock.end(run);
    try {
      client.cancel().get(CANCEL_SECONDS_MAX, TimeUnit.SECONDS);
      result.handle((done, canceled) -> true).get(CANCEL_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The process ends next, and the job with it.
      return;
    }
  }
}
