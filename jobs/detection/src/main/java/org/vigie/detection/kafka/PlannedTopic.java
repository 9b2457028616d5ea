package org.vigie.detection.kafka;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it is to be created.
 *
 * @param name its name
 * @param partitions how many, above zero
 * @param replication on how many brokers each stands, above zero
 * @param configs its options where they differ from the brokers', by name
 */
public record PlannedTopic(
    String name, int partitions, short replication, Map<String, String> configs) {
  public PlannedTopic {
    if (partitions < 1 || replication < 1) {
      throw new IllegalArgumentException(
          "topic "
              + name
              + " with "
              + partitions
              + " partitions on "
              + replication
              + " brokers; use at least 1 of each");
    }
    configs = Map.copyOf(configs);
  }

  /** For an administrative client to create. */
  public NewTopic toNewTopic() {
    return new NewTopic(name, partitions, replication).configs(configs);
  }

  /** The command of Kafka's distribution that creates it. */
  public String createCommand(String bootstrapServers) {
    StringBuilder command =
        new StringBuilder("kafka-topics.sh --bootstrap-server ")
            .append(bootstrapServers)
            .append(" --create --topic ")
            .append(name)
            .append(" --partitions ")
            .append(partitions)
            .append(" --replication-factor ")
            .append(replication);
    new TreeMap<>(configs)
        .forEach(
            (option, value) ->
                command.append(" --config ").append(option).append('=').append(value));
    return command.toString();
  }
}
