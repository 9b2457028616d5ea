package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cli.broker.BrokerPlace;
import org.vigie.cli.broker.EmbeddedBroker;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.kafka.FreshTopics;
import org.vigie.detection.kafka.KafkaJob;
import org.vigie.detection.kafka.KafkaOptions;
import org.vigie.detection.kafka.Topics;
import org.vigie.detection.stop.StopOptions;
import org.vigie.detection.time.TimeOptions;

/**
 * The live job over people who are marked: their ids, texts and keys go to alerts and dead letters,
 * and to no line of the log, neither of ours nor of Flink's or Kafka's.
 */
final class LiveLogsITCase {
  private static final String CANARY = "canary-7f21";
  private static final long START_MS = 1_719_345_600_000L;
  private static final long LATER_MS = START_MS + 3_600_000;
  private static final int MESSAGES = 300;

  @TempDir private Path folder;

  private final List<ProducerRecord<String, String>> records = new ArrayList<>();

  @Test
  @Timeout(300)
  void holdNoIdAndNoTextOfAnyPerson() throws Exception {
    try (EmbeddedBroker broker =
            EmbeddedBroker.start(BrokerPlace.anywhere(folder.resolve("broker")));
        LogLines lines = LogLines.listen()) {
      createTopics(broker);
      send(broker);
      Configuration config = config(broker);
      Path state = Files.createDirectories(folder.resolve("flink"));
      JobClient job = new KafkaJob(config).start(JobConfiguration.local(config, 1, state));

      awaitOn(broker, Topics.PROVISIONAL);
      awaitOn(broker, Topics.ALERTS);
      awaitOn(broker, Topics.DEAD_LETTERS);
      lines.await("VIGIE-2001"); // that records were refused
      lines.await("VIGIE-2002"); // that order was lost on a key
      job.cancel().get();

      assertThat(lines.taken()).hasSizeGreaterThan(100);
      assertThat(lines.taken()).noneMatch(line -> line.contains(CANARY));
    }
  }

  /** A matched file over and over, what can't be read, and a record on each topic that ends it. */
  private void send(EmbeddedBroker broker) throws Exception {
    for (int i = 0; i < MESSAGES; i++) {
      add(Topics.MESSAGES, START_MS + i, message(i, START_MS + i));
    }
    add(Topics.MESSAGES, START_MS, CANARY + " is no record");
    add(Topics.MESSAGES, START_MS, message(0, START_MS).replace("DIRECT", CANARY));
    add(
        Topics.MESSAGES,
        START_MS,
        message(0, START_MS).replace("\"sender\"", "\"" + CANARY + "\""));
    add(Topics.MESSAGES, LATER_MS, message(MESSAGES, LATER_MS));
    String head = "{\"event_id\":\"%1$s-e\",\"community\":\"%1$s-c\",\"time\":%2$d,";
    add(Topics.SESSIONS, LATER_MS, head + "\"account\":\"%1$s-a\",\"kind\":\"LOGIN\"}");
    add(
        Topics.INTERACTIONS,
        LATER_MS,
        head + "\"actor\":\"%1$s-b\",\"target\":\"%1$s-a\",\"kind\":\"BLOCK\"}");
    add(
        Topics.REVIEWS,
        LATER_MS,
        head
            + "\"alert_id\":\"5c05cd73-024c-5c94-ab6a-f60d5e260be1\",\"reviewer\":\"%1$s-r\","
            + "\"decision\":\"CONFIRMED\",\"reason\":\"%1$s reason\"}");
    Properties properties = properties(broker);
    try (Producer<String, String> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      for (ProducerRecord<String, String> record : records) {
        producer.send(record).get();
      }
    }
  }

  private void add(String topic, long timeMs, String value) {
    records.add(
        new ProducerRecord<>(topic, 0, timeMs, CANARY + "-key", value.formatted(CANARY, timeMs)));
  }

  private static String message(int number, long timeMs) {
    return ("{\"event_id\":\"%1$s-m%2$d\",\"community\":\"%1$s-c\",\"time\":%3$d,"
            + "\"sender\":\"%1$s-a\",\"recipients\":[\"%1$s-b\"],\"channel\":\"DIRECT\","
            + "\"text\":\"%1$s text\",\"media\":[{\"hash\":\"%1$s-h\",\"kind\":\"IMAGE\","
            + "\"match\":{\"list\":\"%1$s-l\",\"verified\":true,\"method\":\"EXACT\","
            + "\"distance\":0}}]}")
        .formatted(CANARY, number, timeMs);
  }

  private static Configuration config(EmbeddedBroker broker) {
    Configuration config = new Configuration();
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    config.set(TimeOptions.ALLOW_CREATE_TIME, true);
    config.set(StopOptions.TAIL_INSTANTS, 8);
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
    return config;
  }

  private static void createTopics(EmbeddedBroker broker) throws Exception {
    Map<String, String> createTime =
        Map.of("message.timestamp.type", "CreateTime", "retention.ms", "-1");
    List<NewTopic> topics =
        Stream.concat(Topics.EVENTS.stream(), Topics.WRITTEN.stream())
            .map(name -> new NewTopic(name, 1, (short) 1).configs(createTime))
            .toList();
    try (Admin admin = Admin.create(properties(broker))) {
      FreshTopics.create(admin, topics);
    }
  }

  private static Properties properties(EmbeddedBroker broker) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", broker.bootstrapServers());
    return properties;
  }

  /** Waits for a record that names the marked. */
  private static void awaitOn(EmbeddedBroker broker, String topic) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            properties(broker), new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      boolean found = false;
      while (!found) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          found |= record.value().contains(CANARY) || topic.equals(Topics.DEAD_LETTERS);
        }
      }
    }
  }
}
