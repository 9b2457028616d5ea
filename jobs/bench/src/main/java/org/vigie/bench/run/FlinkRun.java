package org.vigie.bench.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vigie.bench.peer.EventMeter;
import org.vigie.bench.peer.Peer;
import org.vigie.bench.peer.Peers;
import org.vigie.bench.peer.RecordSource;

/** Runs one peer over the whole topic in this JVM and measures it. */
final class FlinkRun {
  private static final long SAMPLE_EVERY_MS = 10;
  private static final int SAMPLES_A_REPORT = 100;

  private final PeerTask task;
  private final Peer peer;
  private final ProcessGauge gauge = new ProcessGauge();
  private final RunPhases phases;

  FlinkRun(PeerTask task) {
    this.task = task;
    this.peer = Peers.named(task.peer());
    this.phases = new RunPhases(task.events());
  }

  /**
   * Runs it.
   *
   * @param progress told about once a second how many records have been read
   * @throws IllegalStateException if the job fails, stalls (which it does when events are lost),
   *     doubles events, or refuses some
   */
  @SuppressWarnings("try") // MiniCluster.close() may be interrupted; then this process ends anyway
  PeerResult measure(LongConsumer progress) throws Exception {
    Configuration settings = FlinkSettings.of(task);
    try (MiniCluster cluster = new MiniCluster(clusterOf(settings))) {
      cluster.start();
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(settings);
      peer.build(
          environment,
          new RecordSource(
              task.bootstrapServers(),
              task.topics(),
              Duration.ofMillis(task.driftMs()),
              task.run()));
      JobID job = cluster.submitJob(environment.getStreamGraph().getJobGraph()).get().getJobID();
      awaitEnd(cluster, job, progress);
      checkNothingDoubledOrRefused();
      PeerResult result = result(cluster, job);
      cluster.cancelJob(job).get();
      return result;
    }
  }

  private MiniClusterConfiguration clusterOf(Configuration settings) {
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(settings)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(task.parallelism())
        .withRandomPorts()
        .build();
  }

  private void awaitEnd(MiniCluster cluster, JobID job, LongConsumer progress) throws Exception {
    long lastRead = 0;
    long lastChangeNanos = System.nanoTime();
    for (int samples = 1; !phases.ended(); samples++) {
      TimeUnit.MILLISECONDS.sleep(SAMPLE_EVERY_MS);
      Sample sample = look();
      phases.accept(sample);
      if (sample.read() != lastRead) {
        lastRead = sample.read();
        lastChangeNanos = sample.nanos();
      }
      if (samples % SAMPLES_A_REPORT == 0) {
        progress.accept(lastRead);
        checkAlive(cluster, job, sample.nanos() - lastChangeNanos);
      }
    }
  }

  private Sample look() {
    long read = EventMeter.READ.total();
    long left = peer.countsAtTheEnd() ? EventMeter.LEFT.total() : read;
    return new Sample(System.nanoTime(), gauge.cpuNanos(), read, left);
  }

  private void checkAlive(MiniCluster cluster, JobID job, long nanosWithoutRecord)
      throws Exception {
    JobStatus status = cluster.getJobStatus(job).get();
    if (status.isTerminalState()) {
      throw new IllegalStateException(
          "the job is " + status,
          cluster.requestJobResult(job).get().getSerializedThrowable().orElse(null));
    }
    if (nanosWithoutRecord > TimeUnit.SECONDS.toNanos(task.stallSeconds())) {
      throw new IllegalStateException(
          "nothing new and no quiet for %d s; of %d events %d are read, %d through"
              .formatted(
                  task.stallSeconds(),
                  task.events(),
                  EventMeter.READ.total(),
                  EventMeter.LEFT.total()));
    }
  }

  private void checkNothingDoubledOrRefused() {
    long refused = EventMeter.REFUSED.total();
    if (refused > 0) {
      throw new IllegalStateException(refused + " records of the stream were refused");
    }
    long left = EventMeter.LEFT.total();
    if (peer.countsAtTheEnd() && left != task.events()) {
      throw new IllegalStateException(
          "%d events came out of the peer; the topic holds %d".formatted(left, task.events()));
    }
  }

  private PeerResult result(MiniCluster cluster, JobID job) throws Exception {
    long residentPeakBytes = ProcessGauge.residentPeakBytes();
    long id = cluster.triggerCheckpoint(job, CheckpointType.CONFIGURED).get();
    CheckpointStatsSnapshot all = cluster.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
    AbstractCheckpointStats last = all.getHistory().getCheckpointById(id);
    RunPhases.Cost cost = phases.cost();
    return new PeerResult(
        cost.steady(),
        cost.whole(),
        residentPeakBytes,
        last.getStateSize(),
        last.getEndToEndDuration(),
        all.getCounts().getNumberOfCompletedCheckpoints(),
        EventMeter.ALERTS.total(),
        stops(cluster, job, last));
  }

  /** Whatever it costs: what is measured in time is over. */
  private List<StoredState> stops(
      MiniCluster cluster, JobID job, AbstractCheckpointStats checkpoint) throws Exception {
    Optional<TypeSerializer<?>> keys = peer.keys();
    if (keys.isEmpty() || !(checkpoint instanceof CompletedCheckpointStats completed)) {
      return List.of();
    }
    // At once: later checkpoints take this one's place.
    Map<String, Long> storedBytes = StateCensus.storedBytes(completed.getExternalPath());
    String folder = Path.of(task.directory()).resolve("savepoint").toUri().toString();
    String savepoint =
        cluster.triggerSavepoint(job, folder, false, SavepointFormatType.CANONICAL).get();
    return new StateCensus(keys.get(), peer::coreBytes).count(savepoint, storedBytes);
  }
}
