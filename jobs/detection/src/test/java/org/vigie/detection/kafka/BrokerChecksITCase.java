package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokerChecksITCase {
  private static final Map<String, String> APPEND_TIME =
      Map.of("message.timestamp.type", "LogAppendTime");

  private static TestBroker broker;

  @BeforeAll
  static void startBroker(@TempDir Path folder) throws Exception {
    broker = TestBroker.start(folder);
  }

  @AfterEach
  void deleteTopics() throws Exception {
    broker.deleteTopics();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void findsNothingWrongWithTheTopicsOfTheContract() throws Exception {
    createTopics(APPEND_TIME);

    assertThat(checks(new Configuration(), false, 3).problems()).isEmpty();
  }

  @Test
  void namesEveryTopicThatIsMissingAndHowToCreateIt() throws Exception {
    List<String> problems = checks(new Configuration(), false, 1).problems();

    assertThat(problems).hasSize(9);
    assertThat(problems)
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("topic vigie.messages does not exist")
                    .contains("--create --topic vigie.messages")
                    .contains("message.timestamp.type=LogAppendTime"));
  }

  @Test
  void refusesTopicsWithoutLogAppendTimeAndNamesTheCommandThatAltersThem() throws Exception {
    createTopics(Map.of());

    List<String> problems = checks(new Configuration(), false, 1).problems();

    assertThat(problems).hasSize(4);
    assertThat(problems)
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("topic vigie.reviews: message.timestamp.type is CreateTime")
                    .contains("kafka-configs.sh --bootstrap-server " + broker.bootstrapServers())
                    .contains("--add-config message.timestamp.type=LogAppendTime")
                    .contains("vigie.time.allow-create-time=true"));
  }

  @Test
  void acceptsCreateTimeWhereTheOperatorSaysSo() throws Exception {
    createTopics(Map.of());

    assertThat(checks(new Configuration(), true, 1).problems()).isEmpty();
  }

  @Test
  void refusesAReaderThatWouldHaveNoPartitionThoughThereAreEnough() throws Exception {
    createTopics(APPEND_TIME);

    assertThat(checks(new Configuration(), false, 4).problems())
        .singleElement()
        .asString()
        .contains("parallelism of the source 4 leaves 1 readers")
        .contains("without any of the partitions of all event topics, 4")
        .contains("use at most 3");
  }

  @Test
  void refusesTransactionsThatStayOpenLongerThanTheBrokerAllows() throws Exception {
    createTopics(APPEND_TIME);
    Configuration config = new Configuration();
    config.set(KafkaOptions.ALERT_DELIVERY, DeliveryGuarantee.EXACTLY_ONCE);
    assertThat(checks(config, false, 1).problems()).isEmpty();

    config.set(KafkaOptions.TRANSACTION_TIMEOUT, Duration.ofMinutes(16));

    assertThat(checks(config, false, 1).problems())
        .singleElement()
        .asString()
        .contains("960000 ms is above transaction.max.timeout.ms 900000 of broker 1");
  }

  @Test
  void refusesTransactionsOnBrokersWhereTheyCanBeTorn() throws Exception {
    createTopics(APPEND_TIME);
    Configuration config = new Configuration();
    config.set(KafkaOptions.ALERT_DELIVERY, DeliveryGuarantee.EXACTLY_ONCE);
    broker.setTransactionVersion((short) 1);

    List<String> problems = checks(config, false, 1).problems();

    broker.setTransactionVersion((short) 2);
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("transaction.version is 1")
        .contains("upgrade --feature transaction.version=2");
  }

  @Test
  void saysThatNoBrokerAnswers() {
    Configuration config = new Configuration();
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, "127.0.0.1:1");
    config.setString("vigie.kafka.client.default.api.timeout.ms", "500");
    config.setString("vigie.kafka.client.request.timeout.ms", "400");

    assertThatThrownBy(() -> new BrokerChecks(KafkaSettings.from(config), false, 1).problems())
        .isInstanceOf(BrokerUnreachableException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("vigie.kafka.bootstrap-servers");
  }

  private static void createTopics(Map<String, String> options) throws Exception {
    broker.createTopics(Topics.EVENTS, options);
    broker.createTopics(Topics.WRITTEN, Map.of());
  }

  private static BrokerChecks checks(
      Configuration config, boolean allowCreateTime, int parallelism) {
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    return new BrokerChecks(KafkaSettings.from(config), allowCreateTime, parallelism);
  }
}
