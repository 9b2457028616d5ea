package org.vigie.cli.option;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.detection.decode.RecordReader;
import org.vigie.detection.kafka.BrokerAnswer;
import org.vigie.detection.kafka.KafkaOptions;
import org.vigie.detection.kafka.KafkaSettings;
import org.vigie.detection.wire.SchemaRegistration;
import org.vigie.schemas.WriterSchemas;
import org.vigie.schemas.registry.CachedSchemas;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which brokers a command talks to, and how. A mixin of every command for operators. */
public final class BrokerAccess {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "H:P",
      description = "Brokers to ask first: host:port, several separated by commas.")
  private @Nullable String servers;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Properties of the Kafka clients, as other Kafka tools take them.")
  private @Nullable Path clientFile;

  @Mixin private final JobOptions jobOptions = new JobOptions();

  /** Whether brokers were given, in whatever way. */
  public boolean isGiven() {
    return servers != null || jobOptions.configuration().contains(KafkaOptions.BOOTSTRAP_SERVERS);
  }

  /**
   * All options that were given.
   *
   * @throws CommandFailedException if one can't be, or there are no brokers among them
   */
  public Configuration configuration() {
    Configuration config = new Configuration();
    if (clientFile != null) {
      ClientFile.addTo(config, clientFile);
    }
    config.addAll(jobOptions.configuration());
    if (servers != null) {
      config.set(KafkaOptions.BOOTSTRAP_SERVERS, servers);
    }
    requireServers(config);
    return config;
  }

  /**
   * Brokers can't be guessed.
   *
   * @throws CommandFailedException if there are none
   */
  public static void requireServers(Configuration config) {
    if (!config.contains(KafkaOptions.BOOTSTRAP_SERVERS)) {
      throw CommandFailedException.missing(
          "no brokers were given",
          "use --bootstrap-servers host:port, or " + KafkaOptions.BOOTSTRAP_SERVERS.key());
    }
  }

  /** How to talk to Kafka. */
  public static KafkaSettings settings(Configuration config) {
    try {
      return KafkaSettings.from(config);
    } catch (IllegalArgumentException e) {
      throw CommandFailedException.usage(String.valueOf(e.getMessage()), "");
    }
  }

  /** Reads records, by the registry if one is configured. */
  public static RecordReader reader(Configuration config) {
    return new RecordReader(schemas(config));
  }

  /** What the numbers of the registry stand for, if one is configured. */
  public static Optional<WriterSchemas> schemas(Configuration config) {
    return SchemaRegistration.settings(config)
        .map(settings -> new CachedSchemas(settings, Map.of()));
  }

  /** That the brokers gave no usable answer. */
  public static CommandFailedException unreachable(KafkaSettings settings, Throwable cause) {
    BrokerAnswer answer = BrokerAnswer.of(cause);
    return CommandFailedException.environment(
        answer.words(settings.bootstrapServers(), cause),
        answer.remedy("--bootstrap-servers", "--kafka-config"));
  }
}
