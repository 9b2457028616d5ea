package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;

final class TransactionTimesTest {
  private final Configuration config = new Configuration();

  @Test
  void hasNothingAgainstWhatIsThereByDefault() {
    assertThat(problems(DeliveryGuarantee.EXACTLY_ONCE)).isEmpty();
  }

  @Test
  void refusesTransactionsThatCanEndBeforeTheirCheckpointIsCommitted() {
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMinutes(3));

    assertThat(problems(DeliveryGuarantee.EXACTLY_ONCE))
        .containsExactly(
            "vigie.alerts.transaction-timeout 14 min is below 15 min:"
                + " execution.checkpointing.interval 3 min, execution.checkpointing.timeout 10 min"
                + " and 2 min for a restart; raise the one or lower the others");
  }

  @Test
  void takesATransactionThatJustLastsLongEnough() {
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMinutes(2));

    assertThat(problems(DeliveryGuarantee.EXACTLY_ONCE)).isEmpty();
  }

  @Test
  void doesNotAskWhereThereAreNoTransactions() {
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofHours(3));

    assertThat(problems(DeliveryGuarantee.AT_LEAST_ONCE)).isEmpty();
  }

  private List<String> problems(DeliveryGuarantee delivery) {
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, "127.0.0.1:9");
    config.set(KafkaOptions.ALERT_DELIVERY, delivery);
    return TransactionTimes.problems(KafkaSettings.from(config), config);
  }
}
