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
import org.apache.kafka.common.acl.AclOperation;
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
      TopicRights rights = TopicRights.of(admin, topics());
      checkTopics(admin, rights.missing(), problems);
      new RightsChecks(settings, rights).check(admin, Topics.EVENTS, written(), problems);
      if (!allowCreateTime) {
        checkTime(admin, readable(rights), problems);
      }
      if (rights.missing().isEmpty() && rights.hidden().isEmpty()) {
        checkParallelism(admin, problems);
      }
      if (settings.alertDelivery() == DeliveryGuarantee.EXACTLY_ONCE) {
        new TransactionChecks(settings).check(admin, problems);
      }
      return problems;
    } catch (ExecutionException e) {
      throw new BrokerUnreachableException(settings.bootstrapServers(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachableException(settings.bootstrapServers(), e);
    }
  }

  private Set<String> topics() {
    Set<String> topics = new TreeSet<>(Topics.EVENTS);
    topics.addAll(written());
    return topics;
  }

  private List<String> written() {
    List<String> written = new ArrayList<>(Topics.WRITTEN);
    if (settings.alertsJson()) {
      written.addAll(List.of(Topics.ALERTS_JSON, Topics.PROVISIONAL_JSON));
    }
    return written;
  }

  /** Event topics whose configuration this user may read. */
  private static List<String> readable(TopicRights rights) {
    List<String> readable = new ArrayList<>(Topics.EVENTS);
    readable.removeAll(rights.missing());
    readable.removeAll(rights.hidden());
    readable.removeAll(rights.refused(AclOperation.DESCRIBE_CONFIGS, Topics.EVENTS));
    return readable;
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

  /** A reader without a partition is never idle: it would hold time back for ever. */
  private void checkParallelism(Admin admin, List<String> problems)
      throws ExecutionException, InterruptedException {
    Collection<TopicDescription> topics =
        admin.describeTopics(Topics.EVENTS).allTopicNames().get().values();
    int readers = readersWithPartitions(topics, sourceParallelism);
    if (readers < sourceParallelism) {
      int partitions = topics.stream().mapToInt(topic -> topic.partitions().size()).sum();
      int most = sourceParallelism;
      while (readersWithPartitions(topics, most) < most) {
        most--;
      }
      problems.add(
          "parallelism of the source "
              + sourceParallelism
              + " leaves "
              + (sourceParallelism - readers)
              + " readers without any of the partitions of all event topics, "
              + partitions
              + ", and such a reader holds time back for ever; use at most "
              + most
              + ", or more partitions");
    }
  }

  /** As the connector deals partitions out: from a place that the topic's name decides. */
  static int readersWithPartitions(Collection<TopicDescription> topics, int readers) {
    Set<Integer> owners = new TreeSet<>();
    for (TopicDescription topic : topics) {
      int first = ((topic.name().hashCode() * 31) & Integer.MAX_VALUE) % readers;
      for (int partition = 0; partition < topic.partitions().size(); partition++) {
        owners.add((first + partition) % readers);
      }
    }
    return owners.size();
  }

  /** Configurations by the name of what they configure, in its order. */
  static Map<String, Config> configs(
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
