package org.vigie.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.alert.Alert;
import org.vigie.detection.kafka.Topics;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;

/** A safety team's consumer: reads the topic of alerts from its beginning. */
final class AlertReader implements AutoCloseable {
  private final Consumer<byte[], byte[]> consumer;
  private final BinaryCodec<Alert> codec = BinaryCodec.of(RecordKind.ALERT, Alert.class);

  private AlertReader(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  static AlertReader start(String bootstrapServers) {
    Properties properties = new Properties();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    properties.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties);
    List<TopicPartition> partitions = List.of(new TopicPartition(Topics.ALERTS, 0));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new AlertReader(consumer);
  }

  /** What came within a short while. */
  List<Alert> poll(Duration atMost) {
    List<Alert> alerts = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
      if (codec.decode(record.value()) instanceof Decoded.Accepted<Alert> accepted) {
        alerts.add(accepted.record());
      } else {
        throw new IllegalStateException("an alert that breaks the contract at " + record.offset());
      }
    }
    return alerts;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
