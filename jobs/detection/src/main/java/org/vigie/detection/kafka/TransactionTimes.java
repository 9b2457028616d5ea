package org.vigie.detection.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.vigie.detection.option.Durations;

/**
 * Whether a transaction outlives what may happen before it is committed. One that times out after
 * its checkpoint is complete is lost: the job goes on behind its alerts.
 */
final class TransactionTimes {
  /** How long the job may need to be up again. */
  static final Duration RESTART = Duration.ofMinutes(2);

  private TransactionTimes() {}

  /** What is wrong, with its remedy; empty if nothing, or if there are no transactions. */
  static List<String> problems(KafkaSettings kafka, ReadableConfig config) {
    if (kafka.alertDelivery() != DeliveryGuarantee.EXACTLY_ONCE) {
      return List.of();
    }
    Duration interval =
        config
            .getOptional(CheckpointingOptions.CHECKPOINTING_INTERVAL)
            .orElse(Duration.ofMillis(KafkaJob.CHECKPOINT_INTERVAL_MS));
    Duration timeout = config.get(CheckpointingOptions.CHECKPOINTING_TIMEOUT);
    Duration least = interval.plus(timeout).plus(RESTART);
    if (kafka.transactionTimeout().compareTo(least) >= 0) {
      return List.of();
    }
    return List.of(
        "%s %s is below %s: %s %s, %s %s and %s for a restart; raise the one or lower the others"
            .formatted(
                KafkaOptions.TRANSACTION_TIMEOUT.key(),
                Durations.words(kafka.transactionTimeout()),
                Durations.words(least),
                CheckpointingOptions.CHECKPOINTING_INTERVAL.key(),
                Durations.words(interval),
                CheckpointingOptions.CHECKPOINTING_TIMEOUT.key(),
                Durations.words(timeout),
                Durations.words(RESTART)));
  }
}
