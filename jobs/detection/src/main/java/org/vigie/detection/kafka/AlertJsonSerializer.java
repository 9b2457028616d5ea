package org.vigie.detection.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.schemas.JsonLineWriter;

/** Writes alerts under their id as the JSON that files of alerts have. */
final class AlertJsonSerializer implements KafkaRecordSerializationSchema<Alert> {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private transient @Nullable JsonLineWriter writer;

  AlertJsonSerializer(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Alert alert, KafkaSinkContext context, @Nullable Long timestamp) {
    if (writer == null) {
      writer = new JsonLineWriter();
    }
    byte[] key = alert.getAlertId().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, key, writer.write(alert));
  }
}
