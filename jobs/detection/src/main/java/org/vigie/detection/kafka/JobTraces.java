package org.vigie.detection.kafka;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the brokers know of a job. */
final class JobTraces {
  private final Properties properties;
  private final String job;

  JobTraces(KafkaSettings settings) {
    this(settings.adminProperties(), settings.job());
  }

  /**
   * Of one job.
   *
   * @param properties of an administrative client
   * @param job its consumer group
   */
  JobTraces(Properties properties, String job) {
    this.properties = properties;
    this.job = job;
  }

  /** A question to the brokers. */
  private interface Question<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  /** Which Kafka cluster this is. */
  String clusterId() throws BrokerUnreachableException {
    return ask(admin -> admin.describeCluster().clusterId().get());
  }

  /** How far the job's group has read, in words; empty if it has read nothing. */
  Optional<String> readBefore() throws BrokerUnreachableException {
    Map<String, Long> offsets = ask(this::offsets);
    return offsets.entrySet().stream()
        .findFirst()
        .map(
            first ->
                "the job %s has read these topics before: its consumer group has offsets in %d of"
                        .formatted(job, offsets.size())
                    + " their partitions, such as %d in %s"
                        .formatted(first.getValue(), first.getKey()));
  }

  /** Where its group goes on, by partition of the event topics. */
  private Map<String, Long> offsets(Admin admin) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(job).partitionsToOffsetAndMetadata().get();
    Map<String, Long> offsets = new TreeMap<>();
    committed.forEach(
        (partition, offset) -> {
          if (Topics.EVENTS.contains(partition.topic())) {
            offsets.put(partition.toString(), offset.offset());
          }
        });
    return offsets;
  }

  /** How many partitions the event topics have. */
  int partitions() throws BrokerUnreachableException {
    return ask(
        admin ->
            admin.describeTopics(Topics.EVENTS).allTopicNames().get().values().stream()
                .mapToInt(topic -> topic.partitions().size())
                .sum());
  }

  private <T> T ask(Question<T> question) throws BrokerUnreachableException {
    try (Admin admin = Admin.create(properties)) {
      return question.ask(admin);
    } catch (ExecutionException e) {
      throw new BrokerUnreachableException(servers(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachableException(servers(), e);
    }
  }

  private String servers() {
    return properties.getProperty("bootstrap.servers", "");
  }
}
