package org.vigie.bench.peer;

import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The topic that all peers of a run read, from its start and without an end.
 *
 * @param bootstrapServers of the bench's broker
 * @param topic its one topic with records
 * @param run name of this run, unlike that of any other on the broker
 */
public record RecordSource(String bootstrapServers, String topic, String run) {
  /** The record values as they stand in the topic, counted; no event time. */
  public DataStream<byte[]> values(StreamExecutionEnvironment environment) {
    KafkaSource<byte[]> source =
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(bootstrapServers)
            .setTopics(topic)
            .setProperties(new Properties())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new CountedDeserializer<>(new ValueBytes()))
            .build();
    return environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "records")
        .uid("records");
  }
}
