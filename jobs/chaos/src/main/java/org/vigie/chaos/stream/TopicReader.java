package org.vigie.chaos.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.kafka.Topics;
import org.vigie.detection.wire.TraceHeader;

/** Reads topics from their beginning to where they end now; of transactions, what is committed. */
public final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Properties properties = new Properties();

  /** A reader of one cluster's topics. */
  public TopicReader(String bootstrapServers) {
    properties.setProperty("bootstrap.servers", bootstrapServers);
    properties.setProperty("isolation.level", "read_committed");
  }

  /** All that stands on a topic. */
  public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!reached(consumer, ends)) {
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }

  /** All events, as the job saw them. */
  public List<LogRecord> events() {
    List<LogRecord> events = new ArrayList<>();
    for (String topic : Topics.EVENTS) {
      for (ConsumerRecord<byte[], byte[]> record : read(topic)) {
        events.add(
            new LogRecord(
                Topics.kindOf(topic),
                topic,
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                TraceHeader.of(record.headers())));
      }
    }
    return events;
  }

  /** When the last record of each partition was appended: the least of them, epoch milliseconds. */
  public static long leastLastMs(Collection<LogRecord> events) {
    Map<String, Long> last = new HashMap<>();
    for (LogRecord event : events) {
      last.merge(event.topic() + "-" + event.partition(), event.recordedMs(), Math::max);
    }
    return last.values().stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
