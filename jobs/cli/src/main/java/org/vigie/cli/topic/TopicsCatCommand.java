package org.vigie.cli.topic;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.detection.kafka.TopicPlan;
import org.vigie.schemas.RegistryUnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the records of a topic. */
@Command(
    name = "cat",
    header = "Prints the records of a topic as JSON Lines, decoded, each with its place.",
    description =
        "Events say when and where they were recorded, so that replay judges them as they were live;"
            + " other records say it in their field recording. What can't be decoded is named on"
            + " standard error. They hold pseudonyms: keep what you write to files as you would the"
            + " topic.",
    footer = {
      "",
      "Examples:",
      "  vigie topics cat vigie.messages --bootstrap-servers localhost:9092 --max 10",
      "  vigie topics cat vigie.messages --bootstrap-servers localhost:9092"
          + " --from 2026-01-31T00:00Z --to 2026-02-01T00:00Z > day.jsonl",
      "  vigie topics cat vigie.alerts --bootstrap-servers localhost:9092 | vigie alerts list -",
      "  vigie topics cat vigie.deadletters --bootstrap-servers localhost:9092 --follow"
    })
final class TopicsCatCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final BrokerAccess brokers = new BrokerAccess();

  @Mixin private final ScanOptions options = new ScanOptions();

  @Option(names = "--follow", description = "Go on with what comes, until interrupted.")
  private boolean follow;

  @Option(names = "--json", description = "JSON Lines and nothing else: no count at the end.")
  private boolean json;

  @Parameters(paramLabel = "TOPIC", description = "Which topic, such as vigie.messages.")
  private String topic = "";

  TopicsCatCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!RecordLines.canShow(topic)) {
      List<String> known = TopicPlan.names().stream().filter(RecordLines::canShow).toList();
      throw CommandFailedException.unknownName(
          topic + " is no topic whose records are known", topic, known);
    }
    Configuration config = brokers.configuration();
    ScanPart part = options.part(follow);
    RecordLines lines = new RecordLines(BrokerAccess.reader(config), session.get());
    try {
      long records = new TopicScan(BrokerAccess.settings(config), topic).run(part, lines::print);
      if (!json) {
        session.get().tell(records + " records");
      }
    } catch (RegistryUnavailableException e) {
      throw CommandFailedException.environment(String.valueOf(e.getMessage()), "");
    }
    if (lines.unreadable() > 0) {
      session.get().tell(lines.unreadable() + " records could not be decoded");
    }
    return ExitCode.DONE;
  }
}
