package org.vigie.cli.serve;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics as anybody would. */
record TopicReader(String bootstrapServers) {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int POLLS_MAX = 900;

  /** All that is committed on a topic now. */
  List<byte[]> committed(String topic) {
    return readToEnd(topic, "read_committed");
  }

  /** Waits until a topic has so many records, committed or not. */
  List<byte[]> await(String topic, int count) {
    List<byte[]> values = readToEnd(topic, "read_uncommitted");
    for (int polls = 0; values.size() < count; polls++) {
      if (polls == POLLS_MAX) {
        throw new AssertionError(topic + " has " + values.size() + " records, not " + count);
      }
      values = readToEnd(topic, "read_uncommitted");
    }
    return values;
  }

  /** Waits until a record of a topic holds all of some words. */
  String await(String topic, String... words) {
    for (int polls = 0; polls < POLLS_MAX; polls++) {
      for (byte[] value : readToEnd(topic, "read_committed")) {
        String text = new String(value, StandardCharsets.UTF_8);
        if (Arrays.stream(words).allMatch(text::contains)) {
          return text;
        }
      }
    }
    throw new AssertionError(topic + " has no record with " + Arrays.toString(words));
  }

  private List<byte[]> readToEnd(String topic, String isolation) {
    Map<String, Object> properties =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", isolation);
    List<byte[]> values = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      do {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          values.add(record.value());
        }
      } while (ends.entrySet().stream()
          .anyMatch(e -> consumer.position(e.getKey()) < e.getValue()));
    }
    return values;
  }
}
