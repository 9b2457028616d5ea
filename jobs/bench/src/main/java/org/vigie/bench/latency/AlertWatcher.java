package org.vigie.bench.latency;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
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

/** Reads what is said on arrival, on a thread of its own, until it is stopped. */
final class AlertWatcher {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final BinaryCodec<Alert> codec = BinaryCodec.of(RecordKind.ALERT, Alert.class);
  private final Latencies latencies;
  private final boolean alerts;
  private final Thread thread;
  private volatile boolean closing;

  private AlertWatcher(
      KafkaConsumer<byte[], byte[]> consumer, Latencies latencies, boolean alerts) {
    this.consumer = consumer;
    this.latencies = latencies;
    this.alerts = alerts;
    this.thread = new Thread(this::read, "alert-watcher");
  }

  /**
   * Starts reading.
   *
   * @param alerts whether records are alerts, not event ids as the floor writes them
   */
  static AlertWatcher start(String bootstrapServers, Latencies latencies, boolean alerts) {
    Properties properties = new Properties();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.PROVISIONAL).stream()
            .map(one -> new TopicPartition(one.topic(), one.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    AlertWatcher watcher = new AlertWatcher(consumer, latencies, alerts);
    watcher.thread.start();
    return watcher;
  }

  private void read() {
    while (!closing) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        take(record.value(), System.nanoTime());
      }
    }
    consumer.close();
  }

  private void take(byte[] value, long atNanos) {
    if (!alerts) {
      latencies.seen(new String(value, StandardCharsets.UTF_8), atNanos);
    } else if (codec.decode(value) instanceof Decoded.Accepted<Alert> accepted) {
      accepted.record().getEvidence().forEach(one -> latencies.seen(one.getEventId(), atNanos));
    }
  }

  /** Ends the reading. */
  void stop() throws InterruptedException {
    closing = true;
    thread.join();
  }
}
