package org.vigie.detection.kafka;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.Change;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.OptionArea;
import org.vigie.detection.option.OptionPrefix;

/**
 * Options of the Kafka clients. Any client property is passed on untouched: {@code
 * vigie.kafka.client.NAME} to all, {@code vigie.kafka.source.NAME} and {@code
 * vigie.kafka.sink.NAME} to one side, where they override the former.
 */
public final class KafkaOptions {
  /** Prefix of properties of every client. */
  public static final String CLIENT_PREFIX = "vigie.kafka.client.";

  /** Prefix of properties of consumers. */
  public static final String SOURCE_PREFIX = "vigie.kafka.source.";

  /** Prefix of properties of producers. */
  public static final String SINK_PREFIX = "vigie.kafka.sink.";

  private static final String HOST = "([^\\s,:\\[\\]]+|\\[[0-9a-fA-F:]+\\]):[0-9]{1,5}";
  private static final String HOSTS = HOST + "(,\\s*" + HOST + ")*";

  /** Where the brokers are. */
  public static final ConfigOption<String> BOOTSTRAP_SERVERS =
      key("vigie.kafka.bootstrap-servers")
          .stringType()
          .noDefaultValue()
          .withDescription("Brokers to ask first: host:port, several separated by commas.");

  /** Unique name of the job on its cluster. */
  public static final ConfigOption<String> JOB =
      key("vigie.kafka.job")
          .stringType()
          .defaultValue("vigie-detection")
          .withDescription(
              "Name of this job, unique on the Kafka cluster: consumer group and prefix of"
                  + " transactional ids. A new name starts at the oldest records.");

  /** How often new partitions are looked for. */
  public static final ConfigOption<Duration> DISCOVERY_INTERVAL =
      key("vigie.kafka.discovery-interval")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription(
              "How often new partitions are looked for; at least 30 s, since below the time that"
                  + " the metadata take a partition can be assigned twice (FLINK-40615).");

  /** How far a partition may be read ahead of the slowest. */
  public static final ConfigOption<Duration> ALIGNMENT_DRIFT =
      key("vigie.kafka.alignment-drift")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription(
              "How far, in event time, a partition may be read ahead of the slowest one while the"
                  + " job catches up. Less keeps tails shorter, but the job can't catch up faster"
                  + " than some ten times this a second.");

  /** How alerts are delivered. */
  public static final ConfigOption<DeliveryGuarantee> ALERT_DELIVERY =
      key("vigie.alerts.delivery")
          .enumType(DeliveryGuarantee.class)
          .defaultValue(DeliveryGuarantee.AT_LEAST_ONCE)
          .withDescription(
              "at-least-once, or exactly-once by Kafka transactions (brokers from 4.0): then alerts"
                  + " show a checkpoint interval later, and only to readers of committed records.");

  /** Whether alerts are written a second time, as JSON. */
  public static final ConfigOption<Boolean> ALERTS_JSON =
      key("vigie.alerts.json")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Write every alert a second time, as a line of JSON, to vigie.alerts.json, for tools"
                  + " that read no Avro; at least once, whatever vigie.alerts.delivery says.");

  /** How long a transaction may stay open. */
  public static final ConfigOption<Duration> TRANSACTION_TIMEOUT =
      key("vigie.alerts.transaction-timeout")
          .durationType()
          .defaultValue(Duration.ofMinutes(14))
          .withDescription(
              "With exactly-once: how long a transaction may stay open. Above checkpoint interval,"
                  + " checkpoint timeout and the longest restart together, or alerts are lost; at"
                  + " most the brokers' transaction.max.timeout.ms.");

  /** All of them. */
  public static final OptionArea AREA =
      new OptionArea(
          "Kafka",
          "Where the job reads and writes, and how alerts are delivered.",
          List.of(
              new DeclaredOption<>(
                  BOOTSTRAP_SERVERS,
                  Allowed.texts("host:port, several separated by commas", HOSTS),
                  Change.FREE),
              new DeclaredOption<>(
                  JOB,
                  Allowed.texts(
                      "1-100 letters, digits, dots, underscores or hyphens",
                      "[A-Za-z0-9._-]{1,100}"),
                  Change.STATE),
              new DeclaredOption<>(
                  DISCOVERY_INTERVAL,
                  Allowed.durations(Duration.ofSeconds(30), Duration.ofDays(1)),
                  Change.FREE),
              new DeclaredOption<>(
                  ALIGNMENT_DRIFT,
                  Allowed.durations(Duration.ofSeconds(1), Duration.ofDays(1)),
                  Change.FREE),
              new DeclaredOption<>(
                  ALERT_DELIVERY,
                  Allowed.oneOf(
                      List.of(DeliveryGuarantee.AT_LEAST_ONCE, DeliveryGuarantee.EXACTLY_ONCE)),
                  Change.FREE),
              new DeclaredOption<>(ALERTS_JSON, Allowed.yesOrNo(), Change.FREE),
              new DeclaredOption<>(
                  TRANSACTION_TIMEOUT,
                  Allowed.durations(Duration.ofMinutes(1), Duration.ofDays(1)),
                  Change.FREE)));

  /** Client properties that are passed on. */
  public static final List<OptionPrefix> PREFIXES =
      List.of(
          new OptionPrefix(CLIENT_PREFIX, "every Kafka client of the job"),
          new OptionPrefix(SOURCE_PREFIX, "its consumers; wins over " + CLIENT_PREFIX),
          new OptionPrefix(SINK_PREFIX, "its producers; wins over " + CLIENT_PREFIX));

  private KafkaOptions() {}
}
