package org.vigie.detection.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.vigie.detection.time.TimeOptions;

/**
 * Looks at the brokers before the job starts, and reports everything that is wrong at once: a job
 * on topics without LogAppendTime would start, and break its promise about time.
 */
public final class BrokerChecks {
  private static final String TIMESTAMP_TYPE = "message.timestamp.type";
  private static final String LOG_APPEND_TIME = "LogAppendTime";
  private static final int REPLICATION = 3;
  private static final String TRANSACTION_TIMEOUT_MAX = "transaction.max.timeout.ms";

  private final KafkaSettings settings;
  private final boolean allowCreateTime;
  private final int sourceParallelism;

  /**
   * Checks for one job.
   *
   * @param allowCreateTime whether topics without LogAppendTime are accepted
   * @param sourceParallelism readers; more than partitions would hold time back
   */
  public BrokerChecks(KafkaSettings settings, boolean allowCreateTime, int sourceParallelism) {
    this.settings = settings;
    this.allowCreateTime = allowCreateTime;
    this.sourceParallelism = sourceParallelism;
  }

  /**
   * What is wrong, each with its remedy; empty if the job can start.
   *
   * @throws BrokerUnreachableException if the brokers don't answer within {@link
   *     KafkaSettings#ADMIN_TIMEOUT_MS}
   */
  public List<String> problems() throws BrokerUnreachableException {
    try (Admin admin = Admin.create(settings.adminProperties())) {
      List<String> problems = new ArrayList<>();
      Set<String> missing = missing(admin);
      checkTopics(admin, missing, problems);
      List<String> present = Topics.EVENTS.stream().filter(t -> !missing.contains(t)).toList();
      checkTime(admin, present, problems);
      if (missing.isEmpty()) {
        checkParallelism(admin, problems);
      }
      if (settings.alertDelivery() == DeliveryGuarantee.EXACTLY_ONCE) {
        checkTransactions(admin, problems);
      }
      return problems;
    } catch (ExecutionException e) {
      throw new BrokerUnreachableException(settings.bootstrapServers(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachableException(settings.bootstrapServers(), e);
    }
  }

  private Set<String> missing(Admin admin) throws ExecutionException, InterruptedException {
    Set<String> missing = new TreeSet<>(Topics.EVENTS);
    missing.add(Topics.ALERTS);
    missing.add(Topics.PROVISIONAL);
    missing.add(Topics.PROGRESS);
    missing.add(Topics.DEAD_LETTERS);
    if (settings.alertsJson()) {
      missing.add(Topics.ALERTS_JSON);
    }
    missing.removeAll(admin.listTopics().names().get());
    return missing;
  }

  private void checkTopics(Admin admin, Set<String> missing, List<String> problems)
      throws ExecutionException, InterruptedException {
    if (missing.isEmpty()) {
      return;
    }
    int brokers = admin.describeCluster().nodes().get().size();
    short replication = (short) Math.max(1, Math.min(REPLICATION, brokers));
    for (PlannedTopic topic : TopicPlan.withJsonCopies(TopicPlan.EVENT_PARTITIONS, replication)) {
      if (missing.contains(topic.name())) {
        problems.add(
            "topic "
                + topic.name()
                + " does not exist; use "
                + topic.createCommand(settings.bootstrapServers()));
      }
    }
  }

  private void checkTime(Admin admin, Collection<String> topics, List<String> problems)
      throws ExecutionException, InterruptedException {
    if (allowCreateTime) {
      return;
    }
    for (Map.Entry<String, Config> entry :
        configs(admin, ConfigResource.Type.TOPIC, topics).entrySet()) {
      String topic = entry.getKey();
      ConfigEntry type = entry.getValue().get(TIMESTAMP_TYPE);
      String actual = type == null ? "not known" : type.value();
      if (!LOG_APPEND_TIME.equals(actual)) {
        problems.add(
            "topic "
                + topic
                + ": message.timestamp.type is "
                + actual
                + ", not LogAppendTime; use kafka-configs.sh --bootstrap-server "
                + settings.bootstrapServers()
                + " --alter --entity-type topics --entity-name "
                + topic
                + " --add-config message.timestamp.type=LogAppendTime, or set "
                + TimeOptions.ALLOW_CREATE_TIME.key()
                + "=true, which voids what is promised about time");
      }
    }
  }

  private void checkParallelism(Admin admin, List<String> problems)
      throws ExecutionException, InterruptedException {
    int partitions =
        admin.describeTopics(Topics.EVENTS).allTopicNames().get().values().stream()
            .map(TopicDescription::partitions)
            .mapToInt(List::size)
            .sum();
    if (sourceParallelism > partitions) {
      problems.add(
          "parallelism of the source "
              + sourceParallelism
              + " is above the number of partitions of all event topics, "
              + partitions
              + "; use at most that");
    }
  }

  private void checkTransactions(Admin admin, List<String> problems)
      throws ExecutionException, InterruptedException {
    Collection<Node> nodes = admin.describeCluster().nodes().get();
    List<String> ids = nodes.stream().map(Node::idString).toList();
    long timeoutMs = settings.transactionTimeout().toMillis();
    for (Map.Entry<String, Config> entry :
        configs(admin, ConfigResource.Type.BROKER, ids).entrySet()) {
      ConfigEntry maximum = entry.getValue().get(TRANSACTION_TIMEOUT_MAX);
      if (maximum != null && timeoutMs > Long.parseLong(maximum.value())) {
        problems.add(
            KafkaOptions.TRANSACTION_TIMEOUT.key()
                + " "
                + timeoutMs
                + " ms is above "
                + TRANSACTION_TIMEOUT_MAX
                + " "
                + maximum.value()
                + " of broker "
                + entry.getKey()
                + "; lower the one or raise the other");
      }
    }
  }

  /** Configurations by the name of what they configure, in its order. */
  private static Map<String, Config> configs(
      Admin admin, ConfigResource.Type type, Collection<String> names)
      throws ExecutionException, InterruptedException {
    List<ConfigResource> resources =
        names.stream().map(name -> new ConfigResource(type, name)).toList();
    Map<String, Config> byName = new TreeMap<>();
    admin
        .describeConfigs(resources)
        .all()
        .get()
        .forEach((resource, config) -> byName.put(resource.name(), config));
    return byName;
  }
}
