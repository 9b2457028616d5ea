package org.vigie.detection.kafka;

import java.time.Duration;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.vigie.detection.decode.LogRecord;

/**
 * The event topics as one source, by Flink's own connector; only its readers tell a partition that
 * holds nothing to read from one that was not read yet ({@link EventReader}), and it does not begin
 * in the middle without state ({@link StatelessStart}). Splits and state are the connector's.
 */
final class EventSource
    implements Source<LogRecord, KafkaPartitionSplit, KafkaSourceEnumState>,
        ResultTypeQueryable<LogRecord> {
  private static final long serialVersionUID = 1L;

  private final KafkaSource<LogRecord> source;
  private final Properties adminProperties;
  private final String group;
  private final Duration unusedIdleAfter;
  private final boolean startsWithoutState;

  /**
   * A source.
   *
   * @param source what reads
   * @param settings of the same brokers and group
   * @param unusedIdleAfter when a partition without a record is asked about
   */
  EventSource(KafkaSource<LogRecord> source, KafkaSettings settings, Duration unusedIdleAfter) {
    this.source = source;
    this.adminProperties = settings.adminProperties();
    this.group = settings.job();
    this.unusedIdleAfter = unusedIdleAfter;
    this.startsWithoutState = settings.startsWithoutState();
  }

  @Override
  public SourceReader<LogRecord, KafkaPartitionSplit> createReader(SourceReaderContext context)
      throws Exception {
    return new EventReader(
        source.createReader(context),
        new LogEnds(adminProperties, group)::reached,
        unusedIdleAfter);
  }

  @Override
  public Boundedness getBoundedness() {
    return source.getBoundedness();
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return new StatelessStart(
        source.createEnumerator(context),
        new JobTraces(adminProperties, group),
        startsWithoutState);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state)
      throws Exception {
    return source.restoreEnumerator(context, state);
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
  }

  @Override
  public TypeInformation<LogRecord> getProducedType() {
    return source.getProducedType();
  }
}
