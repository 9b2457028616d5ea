package org.vigie.detection.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What the brokers let this user do with topics. To a user who may not describe a topic they show
 * it like one that does not exist, unless they are asked about it by name.
 */
final class TopicRights {
  private final Set<String> seen = new TreeSet<>();
  private final Set<String> hidden = new TreeSet<>();
  private final Set<String> missing = new TreeSet<>();
  private final Map<String, Set<AclOperation>> allowed = new TreeMap<>();

  /** Asks about topics. */
  static TopicRights of(Admin admin, Collection<String> topics)
      throws ExecutionException, InterruptedException {
    TopicRights rights = new TopicRights();
    Map<String, KafkaFuture<TopicDescription>> answers =
        admin
            .describeTopics(topics, new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
      rights.take(answer.getKey(), answer.getValue());
    }
    return rights;
  }

  private void take(String topic, KafkaFuture<TopicDescription> answer)
      throws ExecutionException, InterruptedException {
    try {
      Set<AclOperation> operations = answer.get().authorizedOperations();
      seen.add(topic);
      if (operations != null) { // older brokers do not tell
        allowed.put(topic, operations);
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicAuthorizationException) {
        hidden.add(topic);
      } else if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        missing.add(topic);
      } else {
        throw e;
      }
    }
  }

  /** Those that are there, and may be described; a copy. */
  Set<String> seen() {
    return new TreeSet<>(seen);
  }

  /** Those that are not there. */
  Set<String> missing() {
    return missing;
  }

  /** Those that may be there: this user must not know. */
  Set<String> hidden() {
    return hidden;
  }

  /** Those of some topics with which the user may not do something, as far as is known. */
  List<String> refused(AclOperation operation, Collection<String> topics) {
    return topics.stream()
        .filter(topic -> allowed.containsKey(topic))
        .filter(topic -> !allowed.getOrDefault(topic, Set.of()).contains(operation))
        .toList();
  }

  /** The command that grants it. */
  static String grantCommand(String servers, AclOperation operation, Collection<String> topics) {
    return grantCommand(
        servers,
        operation,
        topics.stream().map(topic -> "--topic " + topic).collect(Collectors.joining(" ")));
  }

  /**
   * The command that grants it.
   *
   * @param what resources as the command names them
   */
  static String grantCommand(String servers, AclOperation operation, String what) {
    return "kafka-acls.sh --bootstrap-server %s --add --allow-principal User:NAME --operation %s %s"
        .formatted(servers, operation, what);
  }
}
