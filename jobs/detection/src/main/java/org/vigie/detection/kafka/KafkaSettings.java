package org.vigie.detection.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.vigie.detection.option.Secrets;
import org.vigie.detection.start.StartOptions;

/**
 * How the job talks to Kafka.
 *
 * @param bootstrapServers brokers to ask first
 * @param job consumer group and prefix of transactional ids, unique on the cluster
 * @param discoveryInterval how often new partitions are looked for
 * @param alignmentDrift how far a partition may be read ahead of the slowest, in event time
 * @param alertDelivery at least once or exactly once
 * @param alertsJson whether alerts are written a second time, as JSON
 * @param transactionTimeout how long a transaction may stay open
 * @param startsWithoutState whether the job may go on behind what it has read without its state
 * @param clientProperties properties by full option name
 */
public record KafkaSettings(
    String bootstrapServers,
    String job,
    Duration discoveryInterval,
    Duration alignmentDrift,
    DeliveryGuarantee alertDelivery,
    boolean alertsJson,
    Duration transactionTimeout,
    boolean startsWithoutState,
    Map<String, String> clientProperties) {
  /** How long the brokers may take to answer a question before the job starts. */
  static final int ADMIN_TIMEOUT_MS = 15_000;

  private static final Duration DISCOVERY_INTERVAL_MIN = Duration.ofSeconds(30);

  public KafkaSettings {
    clientProperties = Map.copyOf(clientProperties);
    if (!job.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          KafkaOptions.JOB.key() + " is not 1-100 letters, digits, dots, underscores or hyphens");
    }
    if (discoveryInterval.compareTo(DISCOVERY_INTERVAL_MIN) < 0) {
      throw new IllegalArgumentException(
          KafkaOptions.DISCOVERY_INTERVAL.key()
              + " "
              + discoveryInterval
              + " is below "
              + DISCOVERY_INTERVAL_MIN);
    }
    if (alertDelivery == DeliveryGuarantee.NONE) {
      throw new IllegalArgumentException(
          KafkaOptions.ALERT_DELIVERY.key() + " none loses alerts; use at-least-once");
    }
  }

  /**
   * As configured.
   *
   * @throws IllegalArgumentException if a value is missing or not allowed
   */
  public static KafkaSettings from(Configuration config) {
    String servers =
        config
            .getOptional(KafkaOptions.BOOTSTRAP_SERVERS)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        KafkaOptions.BOOTSTRAP_SERVERS.key() + " is missing; set it to host:port"));
    return new KafkaSettings(
        servers,
        config.get(KafkaOptions.JOB),
        config.get(KafkaOptions.DISCOVERY_INTERVAL),
        config.get(KafkaOptions.ALIGNMENT_DRIFT),
        config.get(KafkaOptions.ALERT_DELIVERY),
        config.get(KafkaOptions.ALERTS_JSON),
        config.get(KafkaOptions.TRANSACTION_TIMEOUT),
        config.get(StartOptions.WITHOUT_STATE),
        config.toMap());
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return Secrets.masked(clientProperties).toString();
  }

  /** Properties of consumers beside those that the connector sets. */
  public Properties sourceProperties() {
    return properties(KafkaOptions.SOURCE_PREFIX);
  }

  /** Properties of producers beside those that the connector sets. */
  public Properties sinkProperties() {
    return properties(KafkaOptions.SINK_PREFIX);
  }

  /** Properties of an administrative client. */
  public Properties adminProperties() {
    Properties properties = properties(KafkaOptions.CLIENT_PREFIX);
    properties.setProperty("bootstrap.servers", bootstrapServers);
    String timeoutMs = Integer.toString(ADMIN_TIMEOUT_MS);
    properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMs);
    properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs);
    return properties;
  }

  private Properties properties(String sidePrefix) {
    Properties properties = new Properties();
    copy(KafkaOptions.CLIENT_PREFIX, properties);
    copy(sidePrefix, properties);
    return properties;
  }

  private void copy(String prefix, Properties target) {
    clientProperties.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            target.setProperty(name.substring(prefix.length()), value);
          }
        });
  }
}
