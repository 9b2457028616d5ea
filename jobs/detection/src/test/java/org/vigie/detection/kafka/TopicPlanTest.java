package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TopicPlanTest {
  private static final long DAY_MS = 86_400_000L;

  @Test
  void holdsEveryTopicOfTheContract() {
    assertThat(TopicPlan.names())
        .containsExactly(
            "vigie.messages",
            "vigie.sessions",
            "vigie.interactions",
            "vigie.reviews",
            "vigie.rules",
            "vigie.alerts",
            "vigie.alerts.provisional",
            "vigie.alerts.progress",
            "vigie.deadletters",
            "vigie.audit");
  }

  @Test
  void letsTheBrokerStampEveryEvent() {
    for (String topic : Topics.EVENTS) {
      assertThat(topic(topic).configs()).containsEntry("message.timestamp.type", "LogAppendTime");
      assertThat(topic(topic).partitions()).isEqualTo(4);
    }
  }

  @Test
  void keepsWhatTheContractSaysForAsLong() {
    assertThat(retentionDays(Topics.MESSAGES)).isEqualTo(7);
    assertThat(retentionDays(Topics.REVIEWS)).isGreaterThanOrEqualTo(400);
    assertThat(retentionDays(Topics.ALERTS)).isEqualTo(90);
    assertThat(retentionDays(Topics.PROVISIONAL)).isEqualTo(7);
    assertThat(retentionDays(Topics.DEAD_LETTERS)).isEqualTo(14);
    assertThat(retentionDays(Topics.AUDIT)).isGreaterThanOrEqualTo(366);
    assertThat(topic(Topics.RULES).configs()).isEqualTo(Map.of("retention.ms", "-1"));
    assertThat(topic(Topics.ALERTS).configs()).containsEntry("cleanup.policy", "compact,delete");
    assertThat(topic(Topics.PROGRESS).configs()).isEqualTo(Map.of("cleanup.policy", "compact"));
  }

  @Test
  void writesTheCommandThatCreatesATopic() {
    assertThat(topic(Topics.MESSAGES).createCommand("b:9092"))
        .isEqualTo(
            "kafka-topics.sh --bootstrap-server b:9092 --create --topic vigie.messages"
                + " --partitions 4 --replication-factor 3"
                + " --config message.timestamp.type=LogAppendTime --config retention.ms=604800000");
  }

  @Test
  void refusesTopicsWithoutPartitionsOrBrokers() {
    assertThatThrownBy(() -> TopicPlan.of(0, (short) 1)).hasMessageContaining("use at least 1");
    assertThatThrownBy(() -> TopicPlan.of(1, (short) 0)).hasMessageContaining("use at least 1");
  }

  private static long retentionDays(String name) {
    return Long.parseLong(topic(name).configs().getOrDefault("retention.ms", "0")) / DAY_MS;
  }

  private static PlannedTopic topic(String name) {
    List<PlannedTopic> topics = TopicPlan.of(TopicPlan.EVENT_PARTITIONS, (short) 3);
    return topics.stream().filter(topic -> topic.name().equals(name)).findFirst().orElseThrow();
  }
}
