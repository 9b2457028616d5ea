package org.vigie.detection.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.vigie.detection.kafka.TopicDifference.Kind;

/**
 * Compares topics with their plan, and mends what can be mended. Nothing is ever made smaller or
 * deleted: a topic that keeps more, longer or on more partitions than planned is as it should be.
 */
public final class TopicComparison {
  private static final String FOR_EVER = "-1";
  private static final int TRIES_MAX = 75;
  private static final long TRY_AGAIN_NANOS = 200_000_000;

  private final Admin admin;
  private final boolean partitionsMatter;

  /**
   * Comparisons on one cluster.
   *
   * @param partitionsMatter whether fewer partitions than planned are a difference: somebody asked
   *     for a number of them
   */
  public TopicComparison(Admin admin, boolean partitionsMatter) {
    this.admin = admin;
    this.partitionsMatter = partitionsMatter;
  }

  /** What differs, in the order of the plan. */
  public List<TopicDifference> differences(List<PlannedTopic> plan)
      throws ExecutionException, InterruptedException {
    TopicRights rights = TopicRights.of(admin, plan.stream().map(PlannedTopic::name).toList());
    Set<String> present = rights.seen();
    Map<String, TopicDescription> topics = admin.describeTopics(present).allTopicNames().get();
    present.removeAll(rights.refused(AclOperation.DESCRIBE_CONFIGS, present));
    Map<String, Config> configs = configs(present);
    List<TopicDifference> differences = new ArrayList<>();
    for (PlannedTopic topic : plan) {
      TopicDescription description = topics.get(topic.name());
      Config config = configs.get(topic.name());
      if (rights.hidden().contains(topic.name())) {
        differences.add(hidden(topic, AclOperation.DESCRIBE));
      } else if (description != null && config == null) {
        differences.add(hidden(topic, AclOperation.DESCRIBE_CONFIGS));
      } else if (description == null || config == null) {
        differences.add(missing(topic));
      } else {
        compare(topic, description, differences);
        compare(topic, config, differences);
      }
    }
    return differences;
  }

  private static TopicDifference hidden(PlannedTopic topic, AclOperation lacking) {
    return new TopicDifference(topic, Kind.HIDDEN, lacking.name(), "", "", false);
  }

  /** Mends what can be mended without loss; leaves the rest. */
  public void mend(Collection<TopicDifference> differences)
      throws ExecutionException, InterruptedException {
    List<NewTopic> created = new ArrayList<>();
    Map<String, NewPartitions> enlarged = new TreeMap<>();
    Map<ConfigResource, Collection<AlterConfigOp>> altered = new HashMap<>();
    for (TopicDifference one : differences) {
      if (!one.mendable()) {
        continue;
      }
      switch (one.kind()) {
        case MISSING -> created.add(one.topic().toNewTopic());
        case PARTITIONS ->
            enlarged.put(one.topic().name(), NewPartitions.increaseTo(one.topic().partitions()));
        case OPTION ->
            altered
                .computeIfAbsent(resource(one.topic().name()), name -> new ArrayList<>())
                .add(
                    new AlterConfigOp(
                        new ConfigEntry(one.option(), one.wanted()), AlterConfigOp.OpType.SET));
        case REPLICATION, HIDDEN ->
            throw new IllegalStateException(one.kind() + " is never mended here");
      }
    }
    FreshTopics.create(admin, created);
    FreshTopics.enlarge(admin, enlarged);
    admin.incrementalAlterConfigs(altered).all().get();
  }

  /**
   * Waits until a plan holds but for what can't be mended: a broker hears of a change a little
   * after the controller has made it.
   *
   * @return what differs then
   */
  public List<TopicDifference> awaitMended(List<PlannedTopic> plan)
      throws ExecutionException, InterruptedException {
    List<TopicDifference> differences = differences(plan);
    for (int tries = 0; tries < TRIES_MAX && isMendable(differences); tries++) {
      LockSupport.parkNanos(TRY_AGAIN_NANOS);
      differences = differences(plan);
    }
    return differences;
  }

  private static boolean isMendable(List<TopicDifference> differences) {
    return differences.stream().anyMatch(TopicDifference::mendable);
  }

  /** How many brokers a new topic may stand on: three where there are as many. */
  public short replication() throws ExecutionException, InterruptedException {
    return (short) Math.min(3, admin.describeCluster().nodes().get().size());
  }

  private static TopicDifference missing(PlannedTopic topic) {
    String wanted =
        topic.partitions()
            + " partitions, replication "
            + topic.replication()
            + new TreeMap<>(topic.configs())
                .entrySet().stream()
                    .map(entry -> ", " + entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining());
    return new TopicDifference(topic, Kind.MISSING, "", "", wanted, true);
  }

  private void compare(
      PlannedTopic topic, TopicDescription description, List<TopicDifference> differences) {
    int partitions = description.partitions().size();
    if (partitionsMatter && partitions < topic.partitions()) {
      // On a compacted topic a key would live on in its old partition too.
      boolean mendable = Topics.EVENTS.contains(topic.name());
      differences.add(difference(topic, Kind.PARTITIONS, partitions, topic.partitions(), mendable));
    }
    int replication =
        description.partitions().stream().mapToInt(one -> one.replicas().size()).min().orElse(0);
    if (replication < topic.replication()) {
      differences.add(difference(topic, Kind.REPLICATION, replication, topic.replication(), false));
    }
  }

  private static TopicDifference difference(
      PlannedTopic topic, Kind kind, int actual, int wanted, boolean mendable) {
    return new TopicDifference(
        topic, kind, "", Integer.toString(actual), Integer.toString(wanted), mendable);
  }

  private static void compare(
      PlannedTopic topic, Config config, List<TopicDifference> differences) {
    new TreeMap<>(topic.configs())
        .forEach(
            (option, wanted) -> {
              ConfigEntry entry = config.get(option);
              String actual = entry == null ? "unknown" : String.valueOf(entry.value());
              if (!suffices(option, actual, wanted)) {
                boolean mendable = !deletesMore(option, actual, wanted);
                differences.add(
                    new TopicDifference(topic, Kind.OPTION, option, actual, wanted, mendable));
              }
            });
  }

  private static boolean suffices(String option, String actual, String wanted) {
    return switch (option) {
      case TopicConfig.RETENTION_MS_CONFIG, TopicConfig.DELETE_RETENTION_MS_CONFIG ->
          keepsAsLong(actual, wanted);
      case TopicConfig.CLEANUP_POLICY_CONFIG -> policies(actual).equals(policies(wanted));
      default -> actual.equals(wanted);
    };
  }

  private static boolean keepsAsLong(String actual, String wanted) {
    if (actual.equals(FOR_EVER)) {
      return true;
    }
    return !wanted.equals(FOR_EVER)
        && actual.matches("[0-9]+")
        && Long.parseLong(actual) >= Long.parseLong(wanted);
  }

  /** A policy that is added takes records away that are kept now. */
  private static boolean deletesMore(String option, String actual, String wanted) {
    return option.equals(TopicConfig.CLEANUP_POLICY_CONFIG)
        && !policies(actual).containsAll(policies(wanted));
  }

  private static Set<String> policies(String value) {
    return Set.of(value.replace(" ", "").split(","));
  }

  private Map<String, Config> configs(Collection<String> topics)
      throws ExecutionException, InterruptedException {
    Map<String, Config> byName = new TreeMap<>();
    admin
        .describeConfigs(topics.stream().map(TopicComparison::resource).toList())
        .all()
        .get()
        .forEach((resource, config) -> byName.put(resource.name(), config));
    return byName;
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
