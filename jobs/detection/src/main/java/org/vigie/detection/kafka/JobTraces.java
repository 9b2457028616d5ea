package org.vigie.detection.kafka;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** What the brokers know of a job. */
final class JobTraces {
  private final KafkaSettings settings;

  JobTraces(KafkaSettings settings) {
    this.settings = settings;
  }

  /** A question to the brokers. */
  private interface Question<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  /** Which Kafka cluster this is. */
  String clusterId() throws BrokerUnreachableException {
    return ask(admin -> admin.describeCluster().clusterId().get());
  }

  /** Whether the job's group has offsets. */
  boolean hasReadBefore() throws BrokerUnreachableException {
    return ask(
        admin ->
            !admin
                .listConsumerGroupOffsets(settings.job())
                .partitionsToOffsetAndMetadata()
                .get()
                .isEmpty());
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
    try (Admin admin = Admin.create(settings.adminProperties())) {
      return question.ask(admin);
    } catch (ExecutionException e) {
      throw new BrokerUnreachableException(settings.bootstrapServers(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachableException(settings.bootstrapServers(), e);
    }
  }
}
