package org.vigie.detection.kafka;

import java.util.List;
import org.apache.kafka.common.acl.AclOperation;

/**
 * One way in which a topic is not as the job needs it.
 *
 * @param topic how it should be
 * @param kind what differs
 * @param option the option that differs; the right that is lacking for {@link Kind#HIDDEN}; else
 *     empty
 * @param actual how it is; empty if it is missing
 * @param wanted how it should be
 * @param mendable whether it can be mended without losing a record or a key's order
 */
public record TopicDifference(
    PlannedTopic topic, Kind kind, String option, String actual, String wanted, boolean mendable) {
  /** What differs. */
  public enum Kind {
    /** The topic is not there. */
    MISSING,
    /** This user may not look at it, or not at how it is configured. */
    HIDDEN,
    /** It has fewer partitions. */
    PARTITIONS,
    /** Fewer brokers hold it. */
    REPLICATION,
    /** An option has another value. */
    OPTION
  }

  /** The topic, what differs, how it is and how it should be. */
  public String words() {
    String what =
        switch (kind) {
          case MISSING -> "does not exist; plan: " + wanted;
          case HIDDEN -> "this user may not " + option + " it";
          case PARTITIONS -> "partitions: " + actual + ", plan: " + wanted;
          case REPLICATION -> "replication: " + actual + ", plan: " + wanted;
          case OPTION -> option + ": " + actual + ", plan: " + wanted;
        };
    return topic.name() + ": " + what;
  }

  /** The command of Kafka's distribution that mends it. */
  public String command(String bootstrapServers) {
    String server = " --bootstrap-server " + bootstrapServers;
    return switch (kind) {
      case MISSING -> topic.createCommand(bootstrapServers);
      case HIDDEN ->
          TopicRights.grantCommand(bootstrapServers, AclOperation.DESCRIBE, List.of(topic.name()));
      case PARTITIONS ->
          "kafka-topics.sh"
              + server
              + " --alter --topic "
              + topic.name()
              + " --partitions "
              + wanted;
      case REPLICATION ->
          "kafka-reassign-partitions.sh"
              + server
              + " (a plan of your own for "
              + topic.name()
              + ")";
      case OPTION ->
          "kafka-configs.sh"
              + server
              + " --alter --entity-type topics --entity-name "
              + topic.name()
              + " --add-config "
              + (wanted.contains(",") ? option + "=[" + wanted + "]" : option + "=" + wanted);
    };
  }
}
