package org.vigie.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Utils;
import org.vigie.cli.CommandFailedException;
import org.vigie.detection.kafka.FreshTopics;
import org.vigie.detection.kafka.Topics;
import org.vigie.schemas.RecordKind;

/**
 * The demo's topics. Ten days pass in a minute, so that the log's own clock (LogAppendTime) would
 * put all of them into that minute: the records carry the time at which the simulated platform
 * would have appended them (CreateTime). One producer writes them in that order, so that within a
 * partition these times never go back, as the log's own would not; nothing but that producer's good
 * behaviour vouches for it, which is why the job asks for {@code vigie.time.allow-create-time} and
 * marks every alert.
 */
final class DemoTopics {
  private static final int MESSAGE_PARTITIONS = 2;

  private DemoTopics() {}

  static void create(String bootstrapServers) throws InterruptedException {
    List<NewTopic> topics = new ArrayList<>();
    for (String name : Stream.concat(Topics.EVENTS.stream(), Topics.WRITTEN.stream()).toList()) {
      topics.add(
          new NewTopic(name, partitions(name), (short) 1)
              .configs(
                  Map.of(
                      TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime",
                      TopicConfig.RETENTION_MS_CONFIG, "-1")));
    }
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      FreshTopics.create(admin, topics);
    } catch (ExecutionException e) {
      throw CommandFailedException.environment(
          "the embedded broker refuses topics: " + e.getCause(), "look into the log");
    }
  }

  /** Every partition that the job reads. */
  static List<TopicPartition> ofEvents() {
    List<TopicPartition> all = new ArrayList<>();
    for (String topic : Topics.EVENTS) {
      for (int partition = 0; partition < partitions(topic); partition++) {
        all.add(new TopicPartition(topic, partition));
      }
    }
    return all;
  }

  /** Where an event goes: by its key, as producers do by themselves. */
  static TopicPartition of(RecordKind kind, byte[] key) {
    String topic =
        Topics.EVENTS.stream()
            .filter(name -> Topics.kindOf(name) == kind)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(kind + " has no topic of events"));
    int partition = Utils.toPositive(Utils.murmur2(key)) % partitions(topic);
    return new TopicPartition(topic, partition);
  }

  private static int partitions(String topic) {
    return topic.equals(Topics.MESSAGES) ? MESSAGE_PARTITIONS : 1;
  }
}
