package org.vigie.cli.topic;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.detection.kafka.TopicDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how topics differ from what the job needs; changes nothing. */
@Command(
    name = "plan",
    header = "Says how topics differ from what the job needs; changes nothing.",
    description =
        "Looks for missing topics, who stamps the records' time, how long they are kept, compaction,"
            + " partitions and replication. Each difference is printed with the command that mends"
            + " it. Ends with 1 if anything differs.",
    footer = {
      "",
      "Examples:",
      "  vigie topics plan --bootstrap-servers localhost:9092",
      "  vigie topics plan --bootstrap-servers kafka:9093 --kafka-config client.properties"
          + " --partitions 12 --json"
    })
final class TopicsPlanCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final PlanOptions options = new PlanOptions();

  @Option(names = "--json", description = "Print each difference as a line of JSON.")
  private boolean json;

  TopicsPlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    return options.with(
        cluster -> {
          List<TopicDifference> differences = cluster.comparison().differences(cluster.plan());
          String servers = cluster.settings().bootstrapServers();
          new DifferenceReport(session.get(), json, servers).print(differences);
          if (differences.isEmpty()) {
            session.get().tell(cluster.plan().size() + " topics are as the job needs them");
            return ExitCode.DONE;
          }
          session.get().tell(differences.size() + " differences; vigie topics apply mends them");
          return ExitCode.NOT_OK;
        });
  }
}
