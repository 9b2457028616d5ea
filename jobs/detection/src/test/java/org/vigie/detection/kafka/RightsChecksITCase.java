package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user who may do a part only of what the job does. */
final class RightsChecksITCase {
  private static TestBroker broker;

  @BeforeAll
  static void startBroker(@TempDir Path folder) throws Exception {
    broker = TestBroker.startRestricting(folder);
    broker.create(TopicPlan.of(1, (short) 1));
    broker.restrict(ResourceType.TOPIC, Topics.MESSAGES, AclOperation.DESCRIBE_CONFIGS);
    broker.restrict(ResourceType.TOPIC, Topics.SESSIONS, AclOperation.READ);
    broker.restrict(ResourceType.TOPIC, Topics.ALERTS, AclOperation.DESCRIBE);
    broker.restrict(ResourceType.TOPIC, Topics.DEAD_LETTERS);
    broker.restrict(ResourceType.GROUP, "vigie-detection");
    // A right to describe stands in those to read, write or delete, not in those to configure.
    broker.restrict(ResourceType.TOPIC, Topics.MESSAGES, AclOperation.DESCRIBE);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void namesEachRightThatIsLackingAndTheCommandThatGrantsIt() throws Exception {
    List<String> problems = new BrokerChecks(settings(), false, 1).problems();

    String grant =
        "use kafka-acls.sh --bootstrap-server "
            + broker.bootstrapServers()
            + " --add --allow-principal User:NAME --operation ";
    assertThat(problems)
        .containsExactly(
            "this user may not DESCRIBE vigie.deadletters; "
                + grant
                + "DESCRIBE --topic vigie.deadletters",
            "this user may not DESCRIBE_CONFIGS vigie.sessions; "
                + grant
                + "DESCRIBE_CONFIGS --topic vigie.sessions",
            "this user may not READ vigie.messages; " + grant + "READ --topic vigie.messages",
            "this user may not WRITE vigie.alerts; " + grant + "WRITE --topic vigie.alerts",
            "this user may not READ the consumer group vigie-detection; "
                + grant
                + "READ --group vigie-detection");
  }

  @Test
  void takesNoTopicThatMayNotBeSeenForOneThatIsMissing() throws Exception {
    try (Admin admin = Admin.create(settings().adminProperties())) {
      List<TopicDifference> differences =
          new TopicComparison(admin, false).differences(TopicPlan.of(1, (short) 1));

      assertThat(differences)
          .extracting(TopicDifference::words)
          .contains(
              "vigie.deadletters: this user may not DESCRIBE it",
              "vigie.sessions: this user may not DESCRIBE_CONFIGS it")
          .noneMatch(words -> words.contains("does not exist"));
      assertThat(differences).noneMatch(TopicDifference::mendable);
    }
  }

  @Test
  void saysThatItIsRightsThatAreLackingAndNotABroker() {
    assertThatThrownBy(() -> new JobTraces(settings()).readBefore())
        .isInstanceOf(BrokerUnreachableException.class)
        .hasMessageContaining("refuse this user")
        .hasMessageContaining("docs/operations/start.md");
  }

  private static KafkaSettings settings() {
    Configuration config = new Configuration();
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    return KafkaSettings.from(config);
  }
}
