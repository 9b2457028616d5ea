package org.vigie.cli.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.detection.kafka.KafkaSettings;

/** Reads a topic from a time to what is its end now, or on and on; committed records only. */
public final class TopicScan {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaSettings settings;
  private final String topic;

  /** What is done with each record. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes a record; the bytes are its own. */
    void take(ConsumerRecord<byte[], byte[]> record);
  }

  /** A scan of one topic. */
  public TopicScan(KafkaSettings settings, String topic) {
    this.settings = settings;
    this.topic = topic;
  }

  /**
   * Reads.
   *
   * @return how many records were taken
   * @throws CommandFailedException if the brokers don't answer or the topic does not exist
   */
  public long run(ScanPart part, Visitor visitor) {
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties())) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      seek(consumer, partitions, part.fromMs());
      Map<TopicPartition, Long> ends =
          part.follow() ? Map.of() : consumer.endOffsets(partitions, ANSWER_MAX);
      return read(consumer, part, ends, visitor);
    } catch (KafkaException e) {
      throw BrokerAccess.unreachable(settings, e);
    }
  }

  private static long read(
      Consumer<byte[], byte[]> consumer,
      ScanPart part,
      Map<TopicPartition, Long> ends,
      Visitor visitor) {
    long taken = 0;
    while (taken < part.recordsMax() && (part.follow() || isBefore(consumer, ends))) {
      Iterator<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).iterator();
      while (taken < part.recordsMax() && records.hasNext()) {
        taken += take(records.next(), part, ends, visitor);
      }
    }
    return taken;
  }

  private static int take(
      ConsumerRecord<byte[], byte[]> record,
      ScanPart part,
      Map<TopicPartition, Long> ends,
      Visitor visitor) {
    if (!isIn(record, part, ends)) {
      return 0;
    }
    visitor.take(record);
    return 1;
  }

  private static boolean isBefore(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue());
  }

  private static boolean isIn(
      ConsumerRecord<byte[], byte[]> record, ScanPart part, Map<TopicPartition, Long> ends) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    return record.offset() < ends.getOrDefault(partition, Long.MAX_VALUE)
        && record.timestamp() >= part.fromMs()
        && record.timestamp() < part.toMs();
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    List<PartitionInfo> known = consumer.partitionsFor(topic, ANSWER_MAX);
    if (known == null || known.isEmpty()) {
      throw CommandFailedException.environment(
          "topic " + topic + " does not exist on " + settings.bootstrapServers(),
          "vigie topics plan names all that are missing");
    }
    return known.stream().map(one -> new TopicPartition(one.topic(), one.partition())).toList();
  }

  private static void seek(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, long fromMs) {
    consumer.seekToBeginning(partitions);
    if (fromMs < 0) {
      return;
    }
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, fromMs));
    Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times, ANSWER_MAX);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp start = starts.get(partition);
      if (start == null) {
        consumer.seekToEnd(List.of(partition));
      } else {
        consumer.seek(partition, start.offset());
      }
    }
  }

  private Properties properties() {
    Properties properties = settings.sourceProperties();
    properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    String bytes = ByteArrayDeserializer.class.getName();
    properties.setProperty(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, bytes);
    properties.setProperty(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, bytes);
    return properties;
  }
}
