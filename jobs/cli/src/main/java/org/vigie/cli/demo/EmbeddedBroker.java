package org.vigie.cli.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.vigie.cli.CommandFailedException;

/** A Kafka broker of one node in this process, on the loopback address only. */
final class EmbeddedBroker implements AutoCloseable {
  private static final int START_TRIES = 4;

  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private final FirstFailure failure;

  private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers, FirstFailure failure) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
    this.failure = failure;
  }

  /**
   * Starts a broker that keeps everything under a folder. Its two ports are found by binding and
   * letting go, so that another process can take one in between: then others are tried.
   *
   * @throws CommandFailedException if it does not come up
   */
  static EmbeddedBroker start(Path folder) {
    FirstFailure failure = new FirstFailure();
    keepFromEndingTheProcess(failure);
    for (int attempt = 1; attempt <= START_TRIES; attempt++) {
      Path home = folder.resolve("broker-" + attempt);
      try {
        int clientPort = freePort();
        Properties properties = properties(home, clientPort, freePort());
        format(home, properties);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, "127.0.0.1:" + clientPort, failure);
      } catch (IOException e) {
        throw new UncheckedIOException("the broker's folder can't be written", e);
      } catch (KafkaException | IllegalStateException e) {
        failure.tell(String.valueOf(e.getMessage()));
      }
    }
    throw CommandFailedException.environment(
        "the embedded broker does not come up: " + failure.reason(),
        "look whether loopback ports can be bound here");
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  /** Why it gave up; empty while it runs. */
  String failure() {
    return failure.reason();
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    Exit.resetExitProcedure();
    Exit.resetHaltProcedure();
  }

  /** A broker that gives up would end the process, and nobody would learn why. */
  private static void keepFromEndingTheProcess(FirstFailure failure) {
    Exit.Procedure told =
        (status, message) -> {
          failure.tell("exit " + status + (message == null ? "" : ": " + message));
          throw new IllegalStateException("the broker gave up");
        };
    Exit.setExitProcedure(told);
    Exit.setHaltProcedure(told);
  }

  private static Properties properties(Path home, int clientPort, int controllerPort) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "controller.listener.names", "CONTROLLER",
            "listeners",
                "PLAINTEXT://127.0.0.1:" + clientPort + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "log.dirs", home.resolve("log").toString(),
            "auto.create.topics.enable", "false",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1"));
    // One user, one machine: few threads, and no waiting for others who might join a group.
    properties.putAll(
        Map.of(
            "offsets.topic.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0",
            "num.network.threads", "1",
            "num.io.threads", "2",
            "log.cleaner.enable", "false",
            "log.retention.ms", "-1"));
    return properties;
  }

  private static void format(Path home, Properties properties) throws IOException {
    Path file = Files.createDirectories(home).resolve("broker.properties");
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties.store(out, null);
    }
    String clusterId = Uuid.randomUuid().toString();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        StorageTool.execute(
            new String[] {"format", "--config", file.toString(), "--cluster-id", clusterId},
            new PrintStream(said, true, StandardCharsets.UTF_8));
    if (status != 0) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8).strip());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
