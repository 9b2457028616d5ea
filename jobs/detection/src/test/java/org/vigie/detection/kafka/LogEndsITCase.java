package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker: where a reader begins, and whether that is the end. */
final class LogEndsITCase {
  private static final String GROUP = "vigie";

  @Test
  void knowsWhichPartitionsHoldNothingFromWhereAReaderBegins(@TempDir Path folder)
      throws Exception {
    try (TestBroker broker = TestBroker.start(folder)) {
      List<String> topics = List.of("unused", "backlog", "read", "half-read", "open");
      broker.createTopics(topics, Map.of());
      broker.send(
          List.of(
              record("backlog"),
              record("read"),
              record("read"),
              record("half-read"),
              record("half-read")));
      commit(broker, Map.of("read", 2L, "half-read", 1L));
      LogEnds ends = new LogEnds(properties(broker), GROUP);
      try (KafkaProducer<byte[], byte[]> open = broker.transactional("never-ends")) {
        open.initTransactions();
        open.beginTransaction();
        open.send(record("open")).get();

        assertThat(ends.reached(topics.stream().map(LogEndsITCase::fromTheGroup).toList()))
            .as("from where the group stands, or the oldest")
            .containsExactlyInAnyOrder("unused-0", "read-0", "open-0");
        assertThat(ends.reached(List.of(at("backlog", 0), at("read", 1))))
            .as("from a checkpoint, whatever the group says")
            .isEmpty();
        assertThat(ends.reached(List.of(at("backlog", 1), at("half-read", 2))))
            .containsExactlyInAnyOrder("backlog-0", "half-read-0");
        open.abortTransaction();
      }
    }
  }

  private static void commit(TestBroker broker, Map<String, Long> offsets) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
    offsets.forEach(
        (topic, offset) -> places.put(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)));
    try (Admin admin = Admin.create(properties(broker))) {
      admin.alterConsumerGroupOffsets(GROUP, places).all().get();
    }
  }

  private static Properties properties(TestBroker broker) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", broker.bootstrapServers());
    return properties;
  }

  private static ProducerRecord<byte[], byte[]> record(String topic) {
    return new ProducerRecord<>(topic, new byte[] {1});
  }

  private static KafkaPartitionSplit fromTheGroup(String topic) {
    return at(topic, KafkaPartitionSplit.COMMITTED_OFFSET);
  }

  private static KafkaPartitionSplit at(String topic, long offset) {
    return new KafkaPartitionSplit(new TopicPartition(topic, 0), offset);
  }
}
