package org.vigie.detection.kafka;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Whether the brokers can keep what transactions promise, found out before the job starts. */
final class TransactionChecks {
  private static final String TIMEOUT_MAX = "transaction.max.timeout.ms";
  private static final String FEATURE = "transaction.version";
  private static final short FEATURE_LEVEL = 2;

  private final KafkaSettings settings;

  TransactionChecks(KafkaSettings settings) {
    this.settings = settings;
  }

  /** Adds what is wrong, each with its remedy. */
  void check(Admin admin, List<String> problems) throws ExecutionException, InterruptedException {
    int before = problems.size();
    checkTimeout(admin, problems);
    checkVersion(admin, problems);
    if (problems.size() == before) {
      tryOne(problems);
    }
  }

  private void checkTimeout(Admin admin, List<String> problems)
      throws ExecutionException, InterruptedException {
    List<String> brokers =
        admin.describeCluster().nodes().get().stream().map(Node::idString).toList();
    long timeoutMs = settings.transactionTimeout().toMillis();
    for (Map.Entry<String, Config> entry :
        BrokerChecks.configs(admin, ConfigResource.Type.BROKER, brokers).entrySet()) {
      ConfigEntry maximum = entry.getValue().get(TIMEOUT_MAX);
      if (maximum != null && timeoutMs > Long.parseLong(maximum.value())) {
        problems.add(
            "%s %d ms is above %s %s of broker %s; lower the one or raise the other"
                .formatted(
                    KafkaOptions.TRANSACTION_TIMEOUT.key(),
                    timeoutMs,
                    TIMEOUT_MAX,
                    maximum.value(),
                    entry.getKey()));
      }
    }
  }

  /** Before this version a transaction could be torn by a request that came late (KIP-890). */
  private void checkVersion(Admin admin, List<String> problems)
      throws ExecutionException, InterruptedException {
    FinalizedVersionRange level =
        admin.describeFeatures().featureMetadata().get().finalizedFeatures().get(FEATURE);
    if (level == null || level.maxVersionLevel() < FEATURE_LEVEL) {
      problems.add(
          ("the brokers' %s is %s, and below %d a transaction can be torn (KIP-890); use brokers"
                  + " from 4.0 and kafka-features.sh --bootstrap-server %s upgrade --feature %s=%d,"
                  + " or %s=at-least-once")
              .formatted(
                  FEATURE,
                  level == null ? "not set" : String.valueOf(level.maxVersionLevel()),
                  FEATURE_LEVEL,
                  settings.bootstrapServers(),
                  FEATURE,
                  FEATURE_LEVEL,
                  KafkaOptions.ALERT_DELIVERY.key()));
    }
  }

  /** Rights on transactional ids show in no description. */
  private void tryOne(List<String> problems) {
    String id = settings.job() + "-alerts-check";
    Properties properties = settings.sinkProperties();
    properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.setProperty(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    properties.setProperty(
        ProducerConfig.MAX_BLOCK_MS_CONFIG, Integer.toString(KafkaSettings.ADMIN_TIMEOUT_MS));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.commitTransaction();
    } catch (KafkaException e) {
      problems.add(
          "a transaction as %s does not come through: %s; allow transactional ids that begin with %s"
                  .formatted(id, e.getMessage(), settings.job())
              + " (operations WRITE and DESCRIBE), and see that the brokers are well");
    }
  }
}
