package org.vigie.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.vigie.detection.kafka.FreshTopics;
import org.vigie.detection.kafka.TopicPlan;

/**
 * Makes the topics of the contract that are not there yet, where there is nothing but the job's
 * jar, as in a container that runs before the job. Exit codes: 0 they are there, 2 wrong use, 3 the
 * brokers can't be reached or refuse.
 */
public final class CreateTopics {
  private static final int WRONG_USE = 2;
  private static final int NO_BROKER = 3;
  private static final String USAGE =
      "usage: CreateTopics --bootstrap-servers HOST:PORT [--partitions N] [--replication N]";

  private CreateTopics() {}

  /** Makes them and ends the process. */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) throws InterruptedException {
    List<NewTopic> planned;
    String servers;
    try {
      Map<String, String> given = JobArguments.parse(arguments).options();
      if (!Set.of("bootstrap-servers", "partitions", "replication").containsAll(given.keySet())
          || !given.containsKey("bootstrap-servers")) {
        throw new IllegalArgumentException(USAGE);
      }
      servers = given.getOrDefault("bootstrap-servers", "");
      planned = planned(given);
    } catch (JobRefusedException | IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return WRONG_USE;
    }
    try {
      create(servers, planned);
      return 0;
    } catch (ExecutionException e) {
      System.err.println("the brokers at " + servers + " refuse: " + e.getCause());
      return NO_BROKER;
    }
  }

  private static List<NewTopic> planned(Map<String, String> given) {
    int partitions =
        Integer.parseInt(given.getOrDefault("partitions", "" + TopicPlan.EVENT_PARTITIONS));
    short replication = Short.parseShort(given.getOrDefault("replication", "1"));
    return TopicPlan.of(partitions, replication).stream().map(one -> one.toNewTopic()).toList();
  }

  private static void create(String servers, List<NewTopic> planned)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing =
          planned.stream().filter(topic -> !present.contains(topic.name())).toList();
      FreshTopics.create(admin, missing);
      missing.forEach(topic -> System.out.println("made " + topic.name()));
    }
  }
}
