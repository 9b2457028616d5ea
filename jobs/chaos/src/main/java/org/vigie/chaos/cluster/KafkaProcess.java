package org.vigie.chaos.cluster;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.vigie.chaos.process.Await;
import org.vigie.chaos.process.FreePort;
import org.vigie.chaos.process.JavaProcess;
import org.vigie.detection.kafka.FreshTopics;
import org.vigie.detection.kafka.TopicPlan;

/** A Kafka broker of one node in a JVM of its own, with the topics of the contract. */
public final class KafkaProcess implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);

  private final JavaProcess process;
  private final String bootstrapServers;

  /** Its own, so that no other broker on the machine is taken for it. */
  private final String clusterId;

  private KafkaProcess(JavaProcess process, String bootstrapServers, String clusterId) {
    this.process = process;
    this.clusterId = clusterId;
    this.bootstrapServers = bootstrapServers;
  }

  /** Starts it and waits until it answers. */
  public static KafkaProcess start(Path folder) throws IOException, InterruptedException {
    int clientPort = FreePort.find();
    Path file = folder.resolve("broker.properties");
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties(folder, clientPort, FreePort.find()).store(out, null);
    }
    String clusterId = Uuid.randomUuid().toString();
    JavaProcess.Launch launch =
        new JavaProcess.Launch(
            "broker",
            System.getProperty("java.class.path"),
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            BrokerMain.class.getName(),
            List.of(file.toString(), clusterId),
            Map.of());
    JavaProcess process = JavaProcess.start(launch, folder);
    KafkaProcess broker = new KafkaProcess(process, "127.0.0.1:" + clientPort, clusterId);
    try {
      broker.awaitAnswer();
      return broker;
    } catch (IllegalStateException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  private void awaitAnswer() throws InterruptedException {
    try (Admin admin = admin()) {
      Await.until(
          "the broker answers",
          START_PATIENCE,
          () -> {
            if (!process.isAlive()) {
              throw process.failure("did not come up");
            }
            return clusterId.equals(admin.describeCluster().clusterId().get(2, TimeUnit.SECONDS));
          });
    }
  }

  /** Makes the topics of the contract as they are planned. */
  public void createTopics(int eventPartitions) throws InterruptedException, ExecutionException {
    List<NewTopic> topics =
        TopicPlan.of(eventPartitions, (short) 1).stream()
            .map(
                topic ->
                    new NewTopic(topic.name(), topic.partitions(), topic.replication())
                        .configs(topic.configs()))
            .toList();
    try (Admin admin = admin()) {
      FreshTopics.create(admin, topics);
    }
  }

  /** Host and port for clients. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
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
            "log.dirs", home.resolve("broker").toString(),
            "auto.create.topics.enable", "false",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1"));
    properties.putAll(
        Map.of(
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.num.partitions", "4",
            "group.initial.rebalance.delay.ms", "0",
            "log.cleaner.enable", "false")); // every record that was written stays to be looked at
    // Alone, it has nobody to hand over to: on a busy machine it must not be taken for dead.
    properties.put("broker.session.timeout.ms", "120000");
    return properties;
  }

  @Override
  public void close() {
    process.close();
  }
}
