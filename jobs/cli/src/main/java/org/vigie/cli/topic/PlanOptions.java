package org.vigie.cli.topic;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.detection.kafka.KafkaOptions;
import org.vigie.detection.kafka.KafkaSettings;
import org.vigie.detection.kafka.PlannedTopic;
import org.vigie.detection.kafka.TopicComparison;
import org.vigie.detection.kafka.TopicPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How topics are to be, and the brokers on which they stand. */
final class PlanOptions {
  private static final int PARTITIONS_MAX = 720;

  @Mixin private final BrokerAccess brokers = new BrokerAccess();

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Partitions of each event topic. Without it new ones get "
              + TopicPlan.EVENT_PARTITIONS
              + ", and those that are there may have any number.")
  private @Nullable Integer partitions;

  @Option(
      names = "--replication",
      paramLabel = "N",
      description = "Brokers that hold each partition. Default: 3, or as many as there are.")
  private @Nullable Short replication;

  /** What a command does with a cluster. */
  @FunctionalInterface
  interface Work {
    Integer on(Cluster cluster) throws ExecutionException, InterruptedException;
  }

  /**
   * A cluster that answers.
   *
   * @param settings how to talk to it
   * @param comparison compares its topics with a plan
   * @param plan the plan
   */
  record Cluster(KafkaSettings settings, TopicComparison comparison, List<PlannedTopic> plan) {}

  /**
   * Does something on the cluster.
   *
   * @throws CommandFailedException if no broker answers or it refuses
   */
  Integer with(Work work) throws InterruptedException {
    check("--partitions", partitions, PARTITIONS_MAX);
    check("--replication", replication, Short.MAX_VALUE);
    Configuration config = brokers.configuration();
    KafkaSettings settings = BrokerAccess.settings(config);
    try (Admin admin = Admin.create(settings.adminProperties())) {
      TopicComparison comparison = new TopicComparison(admin, partitions != null);
      int count = partitions == null ? TopicPlan.EVENT_PARTITIONS : partitions;
      short copies = replication == null ? comparison.replication() : replication;
      List<PlannedTopic> plan =
          config.get(KafkaOptions.ALERTS_JSON)
              ? TopicPlan.withJsonCopies(count, copies)
              : TopicPlan.of(count, copies);
      return work.on(new Cluster(settings, comparison, plan));
    } catch (ExecutionException | KafkaException e) {
      throw BrokerAccess.unreachable(settings, e);
    }
  }

  private static void check(String option, @Nullable Number value, int most) {
    if (value != null && (value.intValue() < 1 || value.intValue() > most)) {
      throw CommandFailedException.notAllowed(option + " " + value, "1 to " + most);
    }
  }
}
