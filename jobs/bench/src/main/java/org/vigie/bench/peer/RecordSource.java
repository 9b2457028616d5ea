package org.vigie.bench.peer;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The topics that all peers of a run read, from their start and without an end.
 *
 * @param bootstrapServers of the bench's broker
 * @param topics those with records
 * @param drift how far, in event time, a partition may be read ahead of the slowest
 * @param run name of this run, unlike that of any other on the broker
 */
public record RecordSource(
    String bootstrapServers, List<String> topics, Duration drift, String run) {
  public RecordSource {
    topics = List.copyOf(topics);
  }

  /** The record values as they stand in the topics, counted; no event time. */
  public DataStream<byte[]> values(StreamExecutionEnvironment environment) {
    KafkaSource<byte[]> source =
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(bootstrapServers)
            .setTopics(topics)
            .setProperties(new Properties())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new CountedDeserializer<>(new ValueBytes()))
            .build();
    return environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "records")
        .uid("records");
  }
}
