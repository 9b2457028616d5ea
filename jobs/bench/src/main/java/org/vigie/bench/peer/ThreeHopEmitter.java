package org.vigie.bench.peer;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.vigie.detection.kafka.Topics;

/**
 * The floor of latency: recipient, pair, sender, and for what matters one hop more, with state at
 * each; then its id.
 */
public final class ThreeHopEmitter {
  private ThreeHopEmitter() {}

  /**
   * Puts it together.
   *
   * @param mark signal code of the messages whose ids are written
   */
  public static void build(StreamExecutionEnvironment env, String bootstrapServers, String mark) {
    KafkaSource<byte[]> source =
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(bootstrapServers)
            .setTopics(Topics.MESSAGES)
            .setProperties(new Properties())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new ValueBytes())
            .build();
    int marked = mark.hashCode();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "records")
        .uid("records")
        .map(new DecodeEvent())
        .uid("decode")
        .keyBy(Observation::recipient, Types.STRING)
        .process(new Hop())
        .uid("recipient")
        .keyBy(ThreeHopEmitter::pair, Types.STRING)
        .process(new Hop())
        .uid("pair")
        .keyBy(Observation::sender, Types.STRING)
        .process(new Hop())
        .uid("sender")
        .filter(observation -> observation.codes().length > 0 && observation.codes()[0] == marked)
        .uid("marked")
        .keyBy(Observation::sender, Types.STRING)
        .process(new Hop())
        .uid("case")
        .map(
            observation -> observation.eventId().getBytes(StandardCharsets.UTF_8),
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid("id")
        .sinkTo(sink(bootstrapServers))
        .uid("left");
  }

  private static KafkaSink<byte[]> sink(String bootstrapServers) {
    return KafkaSink.<byte[]>builder()
        .setBootstrapServers(bootstrapServers)
        .setProperty(ProducerConfig.LINGER_MS_CONFIG, "0")
        .setProperty(ProducerConfig.ACKS_CONFIG, "all")
        .setRecordSerializer((id, context, time) -> new ProducerRecord<>(Topics.PROVISIONAL, id))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }

  /** The unordered two as one key. */
  private static String pair(Observation observation) {
    String sender = observation.sender();
    String recipient = observation.recipient();
    return sender.compareTo(recipient) < 0 ? sender + recipient : recipient + sender;
  }
}
