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
import org.vigie.detection.wire.AlertHeaders;
import org.vigie.detection.wire.WireFormat;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.RecordKind;

/** Writes alerts under their id. Names its topic, as pooled transactions would need. */
final class AlertSerializer
    implements KafkaRecordSerializationSchema<Alert>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final WireFormat wire;
  private final AlertHeaders headers;
  private transient @Nullable BinaryCodec<Alert> codec;

  AlertSerializer(String topic, WireFormat wire, AlertHeaders headers) {
    this.topic = topic;
    this.wire = wire;
    this.headers = headers;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Alert alert, KafkaSinkContext context, @Nullable Long timestamp) {
    if (codec == null) {
      codec = wire.writer(RecordKind.ALERT, Alert.class, topic);
    }
    byte[] key = alert.getAlertId().getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, codec.encode(alert));
    headers.addTo(record.headers(), alert);
    return record;
  }

  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic))));
  }
}
