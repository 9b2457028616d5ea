package org.vigie.cli.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The folder of a broker: its properties, and a log that is formatted once. */
final class BrokerStorage {
  private static final String CLEANER_BYTES = Integer.toString(8 * 1024 * 1024);

  private BrokerStorage() {}

  /**
   * Writes the broker's properties, and formats its log unless it is one already.
   *
   * @throws IllegalStateException if it can't be formatted; the message says why
   */
  static Properties prepare(Path folder, int clientPort, int controllerPort) throws IOException {
    Path log = folder.resolve("log");
    boolean isNew = !Files.exists(log.resolve("meta.properties"));
    Properties properties = properties(log, clientPort, controllerPort);
    if (isNew) {
      // Alone, it has nobody to hand over to: on a busy machine it must not be taken for dead. One
      // that was killed and starts again waits for so long until it may, so that one does not.
      properties.put("broker.session.timeout.ms", "120000");
    }
    Path file = Files.createDirectories(folder).resolve("broker.properties");
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties.store(out, null);
    }
    if (isNew) {
      format(file);
    }
    return properties;
  }

  private static Properties properties(Path log, int clientPort, int controllerPort) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "controller.listener.names", "CONTROLLER",
            "listeners",
                "PLAINTEXT://127.0.0.1:" + clientPort + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "log.dirs", log.toString(),
            "auto.create.topics.enable", "false",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1"));
    // One user, one machine: few threads, little memory, and no waiting for others who might join a
    // group.
    properties.putAll(
        Map.of(
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0",
            "num.network.threads", "1",
            "num.io.threads", "2",
            "log.cleaner.dedupe.buffer.size", CLEANER_BYTES,
            "log.retention.ms", "-1"));
    return properties;
  }

  private static void format(Path file) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        StorageTool.execute(
            new String[] {
              "format", "--config", file.toString(), "--cluster-id", Uuid.randomUuid().toString()
            },
            new PrintStream(said, true, StandardCharsets.UTF_8));
    if (status != 0) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8).strip());
    }
  }
}
