package org.vigie.detection.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.RecordKind;

/** Writes alerts under their id. Names its topic, as pooled transactions would need. */
final class AlertSerializer
    implements KafkaRecordSerializationSchema<Alert>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private transient @Nullable BinaryCodec<Alert> codec;

  AlertSerializer(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Alert alert, KafkaSinkContext context, @Nullable Long timestamp) {
    if (codec == null) {
      codec = BinaryCodec.of(RecordKind.ALERT, Alert.class);
    }
    byte[] key = alert.getAlertId().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, key, codec.encode(alert));
  }

  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic))));
  }
}
