package org.vigie.cli.alert;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.console.Console;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.cli.option.JobOptions;
import org.vigie.schemas.standing.Phase;
import org.vigie.schemas.standing.Standing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the alerts of a command come from: a file, or the topics. */
final class AlertOrigin {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "H:P",
      description = "Read the topics of alerts there instead of a file.")
  private @Nullable String servers;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Kafka client properties, as for the kafka-console tools.")
  private @Nullable Path clientFile;

  @Mixin private final JobOptions jobOptions = new JobOptions();

  boolean isTopics() {
    return servers != null;
  }

  /** Where they stand, by id; {@code file} is looked at unless they come from the topics. */
  List<Standing> read(@Nullable String file, Console console) {
    if (servers != null) {
      try (AlertTopics topics = follow(console)) {
        return topics.board().all();
      }
    }
    if (file == null) {
      throw CommandFailedException.usage(
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
    if (servers == null) {
      throw CommandFailedException.usage(
          "no brokers were given", "use --bootstrap-servers host:port");
    }
    return AlertTopics.read(
        new AlertTopics.Place(
            servers,
            Optional.ofNullable(clientFile),
            BrokerAccess.schemas(jobOptions.configuration())),
        console);
  }
}
