package org.vigie.detection.kafka;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.detection.log.LogEvent;

/**
 * Begins reading where no state is restored, which is when Flink makes a new enumerator: the one
 * place that every start passes, whoever starts the job. Where the job has read before it would go
 * on in the middle, knowing nobody: it fails instead, before a partition is read or a checkpoint
 * taken, unless it was told to forget.
 */
final class StatelessStart implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {
  private static final Logger LOGGER = LoggerFactory.getLogger(StatelessStart.class);

  private final SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> enumerator;
  private final JobTraces traces;
  private final boolean allowed;

  /**
   * A start.
   *
   * @param enumerator what assigns the partitions
   * @param allowed whether the job may forget
   */
  StatelessStart(
      SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> enumerator,
      JobTraces traces,
      boolean allowed) {
    this.enumerator = enumerator;
    this.traces = traces;
    this.allowed = allowed;
  }

  /** On the coordinator's own thread, which takes no checkpoint meanwhile. */
  @Override
  public void start() {
    Optional<String> before = readBefore();
    if (before.isPresent() && !allowed) {
      throw new StateMissingException(before.get());
    }
    before.ifPresent(words -> LogEvent.STATE_FORGOTTEN.log(LOGGER, words));
    enumerator.start();
  }

  private Optional<String> readBefore() {
    try {
      return traces.readBefore();
    } catch (BrokerUnreachableException away) {
      throw new FlinkRuntimeException(away); // Flink tries again
    }
  }

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    enumerator.handleSplitRequest(subtask, host);
  }

  @Override
  public void addSplitsBack(List<KafkaPartitionSplit> splits, int subtask) {
    enumerator.addSplitsBack(splits, subtask);
  }

  @Override
  public void addReader(int subtask) {
    enumerator.addReader(subtask);
  }

  @Override
  public KafkaSourceEnumState snapshotState(long checkpoint) throws Exception {
    return enumerator.snapshotState(checkpoint);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    enumerator.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) throws Exception {
    enumerator.notifyCheckpointAborted(checkpoint);
  }

  @Override
  public void handleSourceEvent(int subtask, SourceEvent event) {
    enumerator.handleSourceEvent(subtask, event);
  }

  @Override
  public void close() throws IOException {
    enumerator.close();
  }
}
