package org.vigie.cli.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.vigie.cli.CommandFailedException;

/** A Kafka broker of one node in this process, on the loopback address only. */
public final class EmbeddedBroker implements AutoCloseable {
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
   * Starts a broker. Ports that nobody asked for are found by binding and letting go, so that
   * another process can take one in between: then others are tried.
   *
   * @throws CommandFailedException if it does not come up, or if the port is taken
   */
  public static EmbeddedBroker start(BrokerPlace place) {
    FirstFailure failure = new FirstFailure();
    keepFromEndingTheProcess(failure);
    for (int attempt = 1; attempt <= START_TRIES; attempt++) {
      try {
        int port = place.port() == 0 ? freePort() : requireFree(place.port());
        Properties properties = BrokerStorage.prepare(place.folder(), port, freePort());
        return new EmbeddedBroker(started(properties), "127.0.0.1:" + port, failure);
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

  private static KafkaRaftServer started(Properties properties) {
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    try {
      server.startup();
      return server;
    } catch (KafkaException | IllegalStateException e) {
      // What is up already would keep its hold on the folder.
      server.shutdown();
      throw e;
    }
  }

  /** Where clients reach it: host and port. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Why it gave up; empty while it runs. */
  public String failure() {
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

  private static int requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the broker does: a port of which only the last connections linger is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return port;
    } catch (IOException taken) {
      throw CommandFailedException.environment(
          "port " + port + " can't be bound on 127.0.0.1: " + taken.getMessage(),
          "stop what listens there, or name another with --port N (0 takes one that is free)");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
