package org.vigie.cli.alert;

import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.console.Console;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.schemas.standing.Phase;
import org.vigie.schemas.standing.Standing;
import picocli.CommandLine.Mixin;

/** Where the alerts of a command come from: the topics, if brokers are given, else a file. */
final class AlertOrigin {
  @Mixin private final BrokerAccess brokers = new BrokerAccess();

  boolean isTopics() {
    return brokers.isGiven();
  }

  /** Where they stand, by id; {@code file} is looked at unless they come from the topics. */
  List<Standing> read(@Nullable String file, Console console) {
    if (isTopics()) {
      if (file != null) {
        throw CommandFailedException.usage(
            "a file and brokers were given", "leave one of them out");
      }
      try (AlertTopics topics = follow(console)) {
        return topics.board().all();
      }
    }
    if (file == null) {
      throw CommandFailedException.missing(
          "no file was given",
          "name a file of alerts, - for standard input, or --bootstrap-servers");
    }
    return AlertFile.read(file, console).sorted().stream()
        .map(alert -> new Standing(alert.getSettled() ? Phase.SETTLED : Phase.PROVISIONAL, alert))
        .toList();
  }

  /**
   * The topics, read to what is their end now.
   *
   * @throws CommandFailedException if no brokers were given
   */
  AlertTopics follow(Console console) {
    Configuration config = brokers.configuration();
    return AlertTopics.read(
        new AlertTopics.Place(BrokerAccess.settings(config), BrokerAccess.schemas(config)),
        console);
  }
}
