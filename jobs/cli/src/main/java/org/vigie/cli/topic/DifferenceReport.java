package org.vigie.cli.topic;

import java.util.List;
import java.util.Locale;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.JsonFields;
import org.vigie.detection.kafka.TopicDifference;

/** Shows how topics differ from the plan. */
final class DifferenceReport {
  private final Console console;
  private final boolean json;
  private final String servers;

  DifferenceReport(Console console, boolean json, String servers) {
    this.console = console;
    this.json = json;
    this.servers = servers;
  }

  /** Prints each with what mends it. */
  void print(List<TopicDifference> differences) {
    for (TopicDifference one : differences) {
      if (json) {
        console.print(line(one));
      } else {
        console.print(one.words());
        console.print(
            "  " + (one.mendable() ? "apply does the same as: " : "by hand: ") + command(one));
      }
    }
  }

  private String command(TopicDifference difference) {
    return difference.command(servers);
  }

  private String line(TopicDifference one) {
    return new JsonFields()
        .put("topic", one.topic().name())
        .put("what", one.kind().name().toLowerCase(Locale.ROOT))
        .put("option", one.option())
        .put("actual", one.actual())
        .put("wanted", one.wanted())
        .put("mendable", one.mendable())
        .put("command", command(one))
        .line();
  }
}
