package org.vigie.cli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.detection.kafka.BrokerChecks;
import org.vigie.detection.kafka.BrokerUnreachableException;
import org.vigie.detection.kafka.KafkaSettings;
import org.vigie.detection.kafka.TopicComparison;
import org.vigie.detection.kafka.TopicDifference;
import org.vigie.detection.kafka.TopicPlan;
import org.vigie.detection.kafka.Topics;
import org.vigie.detection.option.Durations;
import org.vigie.detection.time.TimeOptions;

/** Looks at the brokers. */
final class BrokerLook {
  private static final int ONE_READER = 1;

  private final Configuration config;
  private final KafkaSettings settings;
  private final Admin admin;
  private final List<Finding> findings = new ArrayList<>();
  private boolean topicsMissing;

  BrokerLook(Configuration config, KafkaSettings settings, Admin admin) {
    this.config = config;
    this.settings = settings;
    this.admin = admin;
  }

  /** Something to look at. */
  @FunctionalInterface
  private interface Look {
    void look() throws ExecutionException, InterruptedException, BrokerUnreachableException;
  }

  /**
   * Looks. What can't be looked at is told, and the rest is looked at all the same.
   *
   * @param nowMs the clock of this machine, epoch milliseconds
   * @throws ExecutionException if no broker answers at all
   */
  List<Finding> findings(long nowMs) throws ExecutionException, InterruptedException {
    cluster();
    look("topics", this::topics);
    if (topicsMissing) {
      findings.add(Finding.skipped("start", "topics are missing"));
      return findings;
    }
    look("start", this::start);
    look("clock", () -> clock(nowMs));
    look("lag", this::lag);
    return findings;
  }

  private void look(String name, Look look) throws InterruptedException {
    try {
      look.look();
    } catch (ExecutionException e) {
      CommandFailedException said = BrokerAccess.unreachable(settings, e);
      findings.add(Finding.notOk(name, String.valueOf(said.getMessage()), said.remedy()));
    } catch (BrokerUnreachableException e) {
      findings.add(Finding.notOk(name, String.valueOf(e.getMessage()), "see above"));
    }
  }

  private void cluster() throws ExecutionException, InterruptedException {
    DescribeClusterResult cluster = admin.describeCluster();
    findings.add(
        Finding.ok(
            "broker",
            "cluster %s, %d brokers"
                .formatted(cluster.clusterId().get(), cluster.nodes().get().size())));
  }

  private void topics() throws ExecutionException, InterruptedException {
    TopicComparison comparison = new TopicComparison(admin, false);
    List<TopicDifference> differences =
        comparison.differences(TopicPlan.of(TopicPlan.EVENT_PARTITIONS, comparison.replication()));
    if (differences.isEmpty()) {
      findings.add(Finding.ok("topics", "all as the job needs them"));
      return;
    }
    topicsMissing = differences.stream().anyMatch(BrokerLook::isReadButMissing);
    String others = differences.size() == 1 ? "" : " and %d more".formatted(differences.size() - 1);
    findings.add(
        Finding.notOk(
            "topics", differences.get(0).words() + others, "vigie topics plan, then topics apply"));
  }

  private static boolean isReadButMissing(TopicDifference one) {
    return one.kind() == TopicDifference.Kind.MISSING && Topics.EVENTS.contains(one.topic().name());
  }

  /** Everything else that keeps the job from starting, transaction timeouts among it. */
  private void start() throws BrokerUnreachableException {
    boolean createTime = config.get(TimeOptions.ALLOW_CREATE_TIME);
    List<String> problems = new BrokerChecks(settings, createTime, ONE_READER).problems();
    if (problems.isEmpty()) {
      findings.add(Finding.ok("start", "nothing keeps the job from starting (" + delivery() + ")"));
    }
    for (String problem : problems) {
      findings.add(Finding.notOk("start", problem, ""));
    }
  }

  private String delivery() {
    return settings.alertDelivery()
        + ", transaction timeout "
        + Durations.words(settings.transactionTimeout());
  }

  /** A record that the broker will only write later, as this machine sees it, shows its clock. */
  private void clock(long nowMs) throws ExecutionException, InterruptedException {
    long newestMs = -1;
    for (ListOffsetsResultInfo newest : offsets(OffsetSpec.maxTimestamp()).values()) {
      newestMs = Math.max(newestMs, newest.timestamp());
    }
    Duration ahead = Duration.ofMillis(newestMs - nowMs);
    if (newestMs < 0) {
      findings.add(Finding.skipped("clock", "no record yet to compare with"));
    } else if (ahead.compareTo(config.get(TimeOptions.FUTURE)) > 0) {
      findings.add(
          Finding.notOk(
              "clock",
              "the newest record is dated " + Durations.words(ahead) + " ahead of this machine",
              "set both clocks by NTP: silent partitions would hold time back or let it go"));
    } else {
      findings.add(
          Finding.ok(
              "clock",
              "the newest record is "
                  + Durations.words(Math.max(0, -ahead.toSeconds()) * 1000)
                  + " old, none is dated ahead"));
    }
  }

  private void lag() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(settings.job()).partitionsToOffsetAndMetadata().get();
    if (committed.isEmpty()) {
      findings.add(Finding.skipped("lag", "job " + settings.job() + " has not committed yet"));
      return;
    }
    Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(OffsetSpec.latest());
    Map<TopicPartition, ListOffsetsResultInfo> starts = offsets(OffsetSpec.earliest());
    long behind = 0;
    for (Map.Entry<TopicPartition, OffsetAndMetadata> one : committed.entrySet()) {
      ListOffsetsResultInfo end = ends.get(one.getKey());
      ListOffsetsResultInfo start = starts.get(one.getKey());
      if (end == null || start == null) {
        continue;
      }
      behind += Math.max(0, end.offset() - one.getValue().offset());
      if (one.getValue().offset() < start.offset()) {
        findings.add(lost(one.getKey(), start.offset() - one.getValue().offset()));
      }
    }
    findings.add(
        Finding.ok("lag", behind + " records not yet in a checkpoint of job " + settings.job()));
  }

  private static Finding lost(TopicPartition partition, long records) {
    return Finding.notOk(
        "lag",
        partition + ": " + records + " records went by retention before the job read them",
        "keep records longer, or give the job more subtasks; those are lost");
  }

  private Map<TopicPartition, ListOffsetsResultInfo> offsets(OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (TopicDescription topic :
        admin.describeTopics(Topics.EVENTS).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(one -> asked.put(new TopicPartition(topic.name(), one.partition()), which));
    }
    return admin.listOffsets(asked).all().get();
  }
}
