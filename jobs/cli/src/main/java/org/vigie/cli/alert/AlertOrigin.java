package org.vigie.cli.alert;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.console.Console;
import picocli.CommandLine.Option;

/** Where the alerts of a command come from: a file, or the topic. */
final class AlertOrigin {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "H:P",
      description = "Read the topic vigie.alerts there instead of a file.")
  private @Nullable String servers;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Kafka client properties, as for the kafka-console tools.")
  private @Nullable Path clientFile;

  boolean isTopic() {
    return servers != null;
  }

  /** Reads them; {@code file} is looked at unless they come from the topic. */
  LastRevisions read(@Nullable String file, Console console) {
    if (servers != null) {
      return AlertTopic.read(servers, Optional.ofNullable(clientFile), console);
    }
    if (file == null) {
      throw CommandFailedException.usage(
          "no file was given",
          "name a file of alerts, - for standard input, or --bootstrap-servers");
    }
    return AlertFile.read(file, console);
  }
}
