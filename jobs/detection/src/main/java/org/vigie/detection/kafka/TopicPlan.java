package org.vigie.detection.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * All topics of CONTRACT §1 with what must hold of them: who stamps their records, how long they
 * are kept, which are compacted.
 */
public final class TopicPlan {
  /** Partitions of an event topic unless somebody knows better. */
  public static final int EVENT_PARTITIONS = 4;

  private static final Duration EVENTS_KEPT = Duration.ofDays(7);
  private static final Duration REVIEWS_KEPT = Duration.ofDays(400);
  private static final Duration ALERTS_KEPT = Duration.ofDays(90);
  private static final Duration PROVISIONAL_KEPT = Duration.ofDays(7);
  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(14);
  private static final Duration AUDIT_KEPT = Duration.ofDays(400);
  private static final Duration TOMBSTONES_KEPT = Duration.ofDays(7);

  private final int eventPartitions;
  private final short replication;

  private TopicPlan(int eventPartitions, short replication) {
    this.eventPartitions = eventPartitions;
    this.replication = replication;
  }

  /**
   * The topics.
   *
   * @param eventPartitions partitions of each event topic, above zero
   * @param replication brokers that hold each partition, above zero
   */
  public static List<PlannedTopic> of(int eventPartitions, short replication) {
    TopicPlan plan = new TopicPlan(eventPartitions, replication);
    return List.of(
        plan.events(Topics.MESSAGES, EVENTS_KEPT),
        plan.events(Topics.SESSIONS, EVENTS_KEPT),
        plan.events(Topics.INTERACTIONS, EVENTS_KEPT),
        plan.events(Topics.REVIEWS, REVIEWS_KEPT),
        plan.single(Topics.RULES, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")),
        plan.single(Topics.ALERTS, alerts()),
        plan.single(Topics.PROVISIONAL, kept(PROVISIONAL_KEPT)),
        plan.single(
            Topics.PROGRESS,
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)),
        plan.single(Topics.DEAD_LETTERS, kept(DEAD_LETTERS_KEPT)),
        plan.single(Topics.AUDIT, kept(AUDIT_KEPT)));
  }

  /** The same, and the copies of alerts in JSON ({@link KafkaOptions#ALERTS_JSON}). */
  public static List<PlannedTopic> withJsonCopies(int eventPartitions, short replication) {
    List<PlannedTopic> topics = new ArrayList<>(of(eventPartitions, replication));
    topics.add(new PlannedTopic(Topics.ALERTS_JSON, 1, replication, alerts()));
    topics.add(new PlannedTopic(Topics.PROVISIONAL_JSON, 1, replication, kept(PROVISIONAL_KEPT)));
    return topics;
  }

  /** Names of all of them. */
  public static List<String> names() {
    return of(1, (short) 1).stream().map(PlannedTopic::name).toList();
  }

  /** A topic whose time the broker gives: that time is what the job goes by. */
  private PlannedTopic events(String name, Duration kept) {
    return new PlannedTopic(
        name,
        eventPartitions,
        replication,
        Map.of(
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime",
            TopicConfig.RETENTION_MS_CONFIG,
            Long.toString(kept.toMillis())));
  }

  /** A topic of which readers want one order. */
  private PlannedTopic single(String name, Map<String, String> configs) {
    return new PlannedTopic(name, 1, replication, configs);
  }

  /**
   * The last revision of every alert that changed within the time. Erasures stay long enough for
   * every reader to see them.
   */
  private static Map<String, String> alerts() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(ALERTS_KEPT.toMillis()),
        TopicConfig.DELETE_RETENTION_MS_CONFIG,
        Long.toString(TOMBSTONES_KEPT.toMillis()));
  }

  private static Map<String, String> kept(Duration kept) {
    return Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis()));
  }
}
