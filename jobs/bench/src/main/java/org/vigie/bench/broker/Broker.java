package org.vigie.bench.broker;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.vigie.bench.process.ChildJvm;
import org.vigie.detection.kafka.FreshTopics;
import org.vigie.detection.kafka.PlannedTopic;
import org.vigie.detection.kafka.TopicPlan;
import org.vigie.detection.kafka.Topics;

/**
 * A single-node KRaft broker on loopback, in a JVM of its own, so that its CPU never counts as a
 * peer's. Ready when its admin interface answers.
 */
public final class Broker implements AutoCloseable {
  /** Partitions of each topic. */
  public static final int PARTITIONS = 4;

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final int START_TRIES = 3;

  private final ChildJvm child;
  private final String bootstrapServers;

  private Broker(ChildJvm child, String bootstrapServers) {
    this.child = child;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker that keeps its log under {@code directory}. The two ports are found by binding
   * and letting go, so another process can take one in between: then other ports are tried. The
   * cluster has an id of its own, by which that process' broker is not taken for this one.
   *
   * @throws IllegalStateException if none of three starts succeeds
   */
  public static Broker start(Path directory) throws IOException, InterruptedException {
    String failure = "";
    for (int attempt = 1; attempt <= START_TRIES; attempt++) {
      Path home = Files.createDirectories(directory.resolve("broker-" + attempt));
      int clientPort = freePort();
      String clusterId = Uuid.randomUuid().toString();
      ChildJvm child = launch(home, clientPort, clusterId);
      String bootstrapServers = "127.0.0.1:" + clientPort;
      if (answers(child, bootstrapServers, clusterId)) {
        return new Broker(child, bootstrapServers);
      }
      failure = child.failure("did not come up");
      child.close();
    }
    throw new IllegalStateException(failure);
  }

  private static ChildJvm launch(Path home, int clientPort, String clusterId) throws IOException {
    Path file = home.resolve("broker.properties");
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties(home, clientPort, freePort()).store(out, null);
    }
    List<String> heap = List.of("-Xms512m", "-Xmx1g", "-XX:+UseG1GC");
    return ChildJvm.start(
        new ChildJvm.Launch("broker", BrokerMain.class, heap, List.of(file.toString(), clusterId)),
        home.resolve("broker.log"));
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
    properties.put("group.initial.rebalance.delay.ms", "0");
    // Alone, it has nobody to hand over to: on a busy machine it must not be taken for dead.
    properties.put("broker.session.timeout.ms", "120000");
    return properties;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(ChildJvm child, String bootstrapServers, String clusterId)
      throws InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    try (Admin admin = asking(bootstrapServers)) {
      while (child.isAlive() && System.nanoTime() - deadline < 0) {
        try {
          String answering = admin.describeCluster().clusterId().get(1, TimeUnit.SECONDS);
          return answering.equals(clusterId);
        } catch (ExecutionException | TimeoutException e) {
          TimeUnit.MILLISECONDS.sleep(100);
        }
      }
    }
    return false;
  }

  /** A client that gives up soon, to be asked again. */
  private static Admin asking(String bootstrapServers) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000));
  }

  private Admin admin() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /**
   * Creates the event topics; those that the stream leaves empty stay so. Their timestamps are the
   * producer's, since the stream covers days and is written in seconds; the producer stamps what
   * {@code LogAppendTime} would have: never going back. Nothing expires, however old those stamps
   * look.
   */
  public void createTopics() throws InterruptedException, ExecutionException {
    List<NewTopic> topics = Topics.EVENTS.stream().map(Broker::topic).toList();
    try (Admin admin = admin()) {
      FreshTopics.create(admin, topics);
    }
  }

  /** Creates all topics of the contract as a deployment has them, for a run in real time. */
  public void createLiveTopics() throws InterruptedException, ExecutionException {
    List<NewTopic> topics =
        TopicPlan.of(PARTITIONS, (short) 1).stream().map(PlannedTopic::toNewTopic).toList();
    try (Admin admin = admin()) {
      FreshTopics.create(admin, topics);
    }
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, PARTITIONS, (short) 1)
        .configs(
            Map.of(
                TopicConfig.RETENTION_MS_CONFIG, "-1",
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime"));
  }

  /** Host and port for clients. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** A message of what went wrong, with the state of its process and the end of its log. */
  public String failure(String what) {
    return child.failure(what);
  }

  /** CPU time that the broker has used so far. */
  public long cpuNanos() {
    return child.cpuNanos();
  }

  @Override
  public void close() {
    child.close();
  }
}
