package org.vigie.cli.deadletter;

import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.DeadLetterCode;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.console.Console;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.cli.option.RegistryNeed;
import org.vigie.cli.topic.ScanOptions;
import org.vigie.cli.topic.TopicScan;
import org.vigie.detection.decode.RecordReader;
import org.vigie.detection.kafka.KafkaSettings;
import org.vigie.detection.kafka.Topics;
import org.vigie.detection.wire.WireOptions;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.RegistryUnavailableException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which dead letters a command is about. */
final class LetterOptions {
  @Mixin private final BrokerAccess brokers = new BrokerAccess();

  @Mixin private final ScanOptions scan = new ScanOptions();

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "Only letters with this code, such as MISSING_FIELD.")
  private @Nullable DeadLetterCode code;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only letters about records of this topic.")
  private @Nullable String topic;

  /** What is done with each letter. */
  @FunctionalInterface
  interface Visitor {
    void take(DeadLetter letter, ConsumerRecord<byte[], byte[]> record);
  }

  Configuration configuration() {
    return brokers.configuration();
  }

  /**
   * Reads the letters.
   *
   * @throws CommandFailedException if the brokers or a registry don't answer
   */
  void read(Configuration config, Console console, Visitor visitor) {
    KafkaSettings settings = BrokerAccess.settings(config);
    RecordReader reader = BrokerAccess.reader(config);
    boolean registered = config.contains(WireOptions.REGISTRY_URL);
    try {
      new TopicScan(settings, Topics.DEAD_LETTERS)
          .run(
              scan.part(false),
              record -> {
                if (!registered) {
                  RegistryNeed.refuse(record);
                }
                take(record, reader, console, visitor);
              });
    } catch (RegistryUnavailableException e) {
      throw CommandFailedException.environment(String.valueOf(e.getMessage()), "");
    }
  }

  private void take(
      ConsumerRecord<byte[], byte[]> record,
      RecordReader reader,
      Console console,
      Visitor visitor) {
    Decoded<? extends ContractRecord> decoded = reader.read(RecordKind.DEAD_LETTER, record.value());
    if (decoded instanceof Decoded.Accepted<? extends ContractRecord> accepted
        && accepted.record() instanceof DeadLetter letter) {
      if (isWanted(letter)) {
        visitor.take(letter, record);
      }
    } else {
      console.tell(
          "%s-%d@%d is no dead letter"
              .formatted(record.topic(), record.partition(), record.offset()));
    }
  }

  private boolean isWanted(DeadLetter letter) {
    return (code == null || letter.getCode() == code)
        && (topic == null || letter.getSourceTopic().equals(topic));
  }
}
