package org.vigie.cli.topic;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.detection.kafka.TopicDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes topics as the job needs them. */
@Command(
    name = "apply",
    header = "Makes topics as the job needs them, without deleting or shrinking anything.",
    description =
        "Creates missing topics, sets who stamps the records' time, keeps records longer where they"
            + " are kept too short, and adds partitions to event topics where --partitions asks for"
            + " more. Done twice, the second time changes nothing. What could lose records is named"
            + " and left to you; then it ends with 1.",
    footer = {
      "",
      "Examples:",
      "  vigie topics apply --bootstrap-servers localhost:9092",
      "  vigie topics apply --bootstrap-servers kafka:9093 --kafka-config client.properties"
          + " --partitions 12"
    })
final class TopicsApplyCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final PlanOptions options = new PlanOptions();

  @Option(names = "--json", description = "Print each difference as a line of JSON.")
  private boolean json;

  TopicsApplyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    return options.with(
        cluster -> {
          List<TopicDifference> differences = cluster.comparison().differences(cluster.plan());
          cluster.comparison().mend(differences);
          List<TopicDifference> left = cluster.comparison().awaitMended(cluster.plan());
          Console console = session.get();
          String servers = cluster.settings().bootstrapServers();
          new DifferenceReport(console, json, servers).print(differences);
          console.tell(
              "mended %d of %d differences"
                  .formatted(differences.size() - left.size(), differences.size()));
          return left.isEmpty() ? ExitCode.DONE : ExitCode.NOT_OK;
        });
  }
}
