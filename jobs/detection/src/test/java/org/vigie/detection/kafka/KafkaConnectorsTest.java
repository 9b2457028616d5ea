package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.util.InstantiationUtil;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.vigie.detection.decode.LogRecord;

/** Reads back what the connector would otherwise set to something dangerous. */
final class KafkaConnectorsTest {
  @Test
  void deliversAlertsAtLeastOnceUnlessToldOtherwise() {
    KafkaSink<?> sink = connectors(new Configuration()).alerts();

    assertThat(sink).extracting("deliveryGuarantee").isEqualTo(DeliveryGuarantee.AT_LEAST_ONCE);
  }

  @Test
  void keepsTransactionsShorterThanTheBrokersDefaultMaximum() {
    Configuration config = new Configuration();
    config.set(KafkaOptions.ALERT_DELIVERY, DeliveryGuarantee.EXACTLY_ONCE);
    config.set(KafkaOptions.JOB, "night-watch");

    KafkaSink<?> sink = connectors(config).alerts();

    assertThat(sink).extracting("deliveryGuarantee").isEqualTo(DeliveryGuarantee.EXACTLY_ONCE);
    assertThat(sink).extracting("transactionalIdPrefix").isEqualTo("night-watch-alerts");
    assertThat(producer(sink).getProperty("transaction.timeout.ms")).isEqualTo("840000");
  }

  @Test
  void namesTransactionsByCheckpoint() {
    assertThat(connectors(new Configuration()).alerts())
        .extracting("transactionNamingStrategy")
        .isEqualTo(TransactionNamingStrategy.INCREMENTING);
  }

  @Test
  void neverPutsDeadLettersOrTheAuditInATransaction() {
    Configuration config = new Configuration();
    config.set(KafkaOptions.ALERT_DELIVERY, DeliveryGuarantee.EXACTLY_ONCE);

    assertThat(List.of(connectors(config).deadLetters(), connectors(config).audit()))
        .extracting("deliveryGuarantee")
        .containsOnly(DeliveryGuarantee.AT_LEAST_ONCE);
  }

  @Test
  void sendsWhatIsSaidOnArrivalAtOnceAndNeverInATransaction() {
    Configuration config = new Configuration();
    config.set(KafkaOptions.ALERT_DELIVERY, DeliveryGuarantee.EXACTLY_ONCE);

    assertThat(List.of(connectors(config).provisional(), connectors(config).progress()))
        .extracting("deliveryGuarantee")
        .containsOnly(DeliveryGuarantee.AT_LEAST_ONCE);
    assertThat(producer(connectors(config).provisional())).containsEntry("linger.ms", "0");
  }

  @Test
  void compressesSoThatEveryClientReadsIt() {
    KafkaConnectors connectors = connectors(new Configuration());

    assertThat(
            List.of(
                producer(connectors.alerts()),
                producer(connectors.provisional()),
                producer(connectors.progress()),
                producer(connectors.json(Topics.ALERTS_JSON)),
                producer(connectors.deadLetters()),
                producer(connectors.audit())))
        .extracting(one -> one.getProperty("compression.type"))
        .containsExactly("gzip", "none", "gzip", "gzip", "gzip", "gzip");
  }

  @Test
  void startsAtTheGroupsOffsetsOrTheOldestRecordAndLooksForPartitions() {
    KafkaSource<LogRecord> source = connectors(new Configuration()).events();

    Properties consumer = consumer(source);
    assertThat(source.getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
    assertThat(consumer)
        .containsEntry("auto.offset.reset", "earliest")
        .containsEntry("partition.discovery.interval.ms", "30000")
        .containsEntry("commit.offsets.on.checkpoint", "true")
        .containsEntry("enable.auto.commit", "false")
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("group.id", "vigie-detection");
  }

  @Test
  void passesPropertiesOnToTheSideTheyAreFor() {
    Configuration config = new Configuration();
    config.setString("vigie.kafka.client.security.protocol", "SSL");
    config.setString("vigie.kafka.source.max.poll.records", "77");
    config.setString("vigie.kafka.sink.security.protocol", "SASL_SSL");
    config.setString("vigie.kafka.sink.acks", "0");
    KafkaConnectors connectors = connectors(config);

    assertThat(consumer(connectors.events()))
        .containsEntry("security.protocol", "SSL")
        .containsEntry("max.poll.records", "77");
    assertThat(producer(connectors.alerts()))
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("acks", "all")
        .doesNotContainKey("max.poll.records");
  }

  @Test
  void travelsWithTheJob() throws Exception {
    KafkaConnectors connectors = connectors(new Configuration());

    assertThat(InstantiationUtil.clone(connectors.events())).isNotNull();
    assertThat(InstantiationUtil.clone(connectors.alerts())).isNotNull();
    assertThat(InstantiationUtil.clone(connectors.provisional())).isNotNull();
    assertThat(InstantiationUtil.clone(connectors.progress())).isNotNull();
    assertThat(InstantiationUtil.clone(connectors.deadLetters())).isNotNull();
    assertThat(InstantiationUtil.clone(connectors.audit())).isNotNull();
  }

  @Test
  void refusesSettingsThatWouldLoseAlertsOrDoubleRecords() {
    Configuration none = new Configuration();
    none.set(KafkaOptions.ALERT_DELIVERY, DeliveryGuarantee.NONE);
    assertThatThrownBy(() -> connectors(none)).hasMessageContaining("use at-least-once");

    Configuration hasty = new Configuration();
    hasty.set(KafkaOptions.DISCOVERY_INTERVAL, Duration.ofSeconds(29));
    assertThatThrownBy(() -> connectors(hasty)).hasMessageContaining("is below PT30S");

    Configuration unnamed = new Configuration();
    unnamed.set(KafkaOptions.JOB, "");
    assertThatThrownBy(() -> connectors(unnamed)).hasMessageContaining("vigie.kafka.job");

    assertThatThrownBy(() -> KafkaSettings.from(new Configuration()))
        .hasMessageContaining("vigie.kafka.bootstrap-servers is missing");
  }

  private static Properties consumer(KafkaSource<?> source) {
    return properties(source, "props");
  }

  private static Properties producer(KafkaSink<?> sink) {
    return properties(sink, "kafkaProducerConfig");
  }

  private static Properties properties(Object connector, String field) {
    Object[] found = new Object[1];
    assertThat(connector)
        .extracting(field, InstanceOfAssertFactories.type(Properties.class))
        .satisfies(value -> found[0] = value);
    return (Properties) found[0];
  }

  private static KafkaConnectors connectors(Configuration config) {
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, "127.0.0.1:9");
    return new KafkaConnectors(KafkaSettings.from(config));
  }
}
