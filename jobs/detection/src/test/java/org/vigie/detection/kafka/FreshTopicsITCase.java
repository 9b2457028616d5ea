package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a real broker, with so many partitions that it takes a while to serve the last of them. The
 * producer never tries again, so that a partition which is named but not served fails the test.
 */
final class FreshTopicsITCase {
  private static final String TOPIC = "fresh";
  private static final int PARTITIONS = 100;

  @Test
  void everyPartitionTakesWhatIsSentAtOnce(@TempDir Path folder) throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        Admin admin = Admin.create(properties(broker))) {
      FreshTopics.create(admin, List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)));
      assertThat(refused(broker, 0)).as("of a new topic").isEmpty();
      FreshTopics.enlarge(admin, Map.of(TOPIC, NewPartitions.increaseTo(2 * PARTITIONS)));
      assertThat(refused(broker, PARTITIONS)).as("of an enlarged topic").isEmpty();
    }
  }

  private static List<String> refused(TestBroker broker, int from) throws InterruptedException {
    Properties properties = properties(broker);
    properties.put("retries", 0);
    properties.put("enable.idempotence", false);
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int partition = from + PARTITIONS - 1; partition >= from; partition--) {
        sent.add(producer.send(new ProducerRecord<>(TOPIC, partition, null, new byte[] {1})));
      }
    }
    List<String> refused = new ArrayList<>();
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        refused.add(String.valueOf(e.getCause()));
      }
    }
    return refused;
  }

  private static Properties properties(TestBroker broker) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", broker.bootstrapServers());
    return properties;
  }
}
