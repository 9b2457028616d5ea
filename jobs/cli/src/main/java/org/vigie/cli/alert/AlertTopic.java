package org.vigie.cli.alert;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.alert.Alert;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.console.Console;
import org.vigie.detection.kafka.Topics;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;

/** Alerts as they stand on their topic now. */
final class AlertTopic {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(500);

  private AlertTopic() {}

  /**
   * Reads the topic from its beginning to what is its end now.
   *
   * @throws CommandFailedException if the brokers don't answer
   */
  static LastRevisions read(String servers, Optional<Path> clientFile, Console console) {
    Properties properties = properties(servers, clientFile);
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.ALERTS, ANSWER_MAX).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return read(consumer, consumer.endOffsets(partitions, ANSWER_MAX), console);
    } catch (KafkaException e) {
      throw CommandFailedException.environment(
          "brokers " + servers + " can't be read: " + e.getMessage(),
          "check --bootstrap-servers and --kafka-config, and that a broker is running there");
    }
  }

  private static LastRevisions read(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Console console) {
    BinaryCodec<Alert> codec = BinaryCodec.of(RecordKind.ALERT, Alert.class);
    LastRevisions revisions = new LastRevisions();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        take(codec.decode(record.value()), record, revisions, console);
      }
    }
    return revisions;
  }

  private static void take(
      Decoded<Alert> decoded,
      ConsumerRecord<byte[], byte[]> record,
      LastRevisions revisions,
      Console console) {
    if (decoded instanceof Decoded.Accepted<Alert> accepted) {
      revisions.add(accepted.record());
    } else if (decoded instanceof Decoded.Refused<Alert> refused && record.value() != null) {
      console.tell(
          "%s-%d@%d: %s"
              .formatted(
                  record.topic(),
                  record.partition(),
                  record.offset(),
                  refused.refusal().describe()));
    }
  }

  private static Properties properties(String servers, Optional<Path> clientFile) {
    Properties properties = new Properties();
    clientFile.ifPresent(file -> load(file, properties));
    properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    properties.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    return properties;
  }

  private static void load(Path file, Properties properties) {
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw CommandFailedException.usage(
          file + " can't be read: " + e, "give a file of Kafka client properties");
    }
  }
}
