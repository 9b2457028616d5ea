package org.vigie.cli.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.vigie.cli.CommandFailedException;
import org.vigie.detection.kafka.FreshTopics;
import org.vigie.detection.kafka.PlannedTopic;
import org.vigie.detection.kafka.TopicPlan;

/** The topics of the embedded broker: all that the contract names, and copies in JSON. */
final class ServeTopics {
  private static final int EVENT_PARTITIONS = 2;
  private static final short REPLICATION = 1;

  private ServeTopics() {}

  /** Makes those that are not there yet. */
  static void create(String bootstrapServers) throws InterruptedException {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing = new ArrayList<>();
      for (PlannedTopic topic : TopicPlan.withJsonCopies(EVENT_PARTITIONS, REPLICATION)) {
        if (!present.contains(topic.name())) {
          missing.add(topic.toNewTopic());
        }
      }
      FreshTopics.create(admin, missing);
    } catch (ExecutionException e) {
      throw CommandFailedException.environment(
          "the embedded broker refuses topics: " + e.getCause(), "look into the log");
    }
  }
}
