package org.vigie.detection.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/** A Kafka broker of one node inside the test's process. */
final class TestBroker implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int POLLS_MAX = 600;
  private static final String TRANSACTIONS = "transaction.version";

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private TestBroker(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  static TestBroker start(Path folder) throws IOException {
    return start(folder, Map.of());
  }

  /** One that lets everybody do what no rule of access restricts. */
  static TestBroker startRestricting(Path folder) throws IOException {
    return start(
        folder,
        Map.of(
            "authorizer.class.name",
            StandardAuthorizer.class.getName(),
            "allow.everyone.if.no.acl.found",
            "true"));
  }

  private static TestBroker start(Path folder, Map<String, String> more) throws IOException {
    int clientPort = freePort();
    Map<String, String> config = config(folder, clientPort, freePort());
    config.putAll(more);
    Path file = folder.resolve("broker.properties");
    Properties properties = new Properties();
    properties.putAll(config);
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    PrintStream nowhere =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    int status =
        StorageTool.execute(
            new String[] {
              "format", "--config", file.toString(), "--cluster-id", Uuid.ONE_UUID.toString()
            },
            nowhere);
    if (status != 0) {
      throw new IllegalStateException("the broker's storage can't be formatted");
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config), Time.SYSTEM);
    server.startup();
    return new TestBroker(server, "127.0.0.1:" + clientPort);
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  /** Makes topics of one partition with the same options. */
  void createTopics(List<String> names, Map<String, String> options)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(clientProperties())) {
      FreshTopics.create(
          admin,
          names.stream().map(name -> new NewTopic(name, 1, (short) 1).configs(options)).toList());
    }
  }

  /** Makes topics as they are planned. */
  void create(List<PlannedTopic> topics) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(clientProperties())) {
      FreshTopics.create(admin, topics.stream().map(PlannedTopic::toNewTopic).toList());
    }
  }

  /** Lets the user of tests do this with a resource, and nothing else from now on. */
  void restrict(ResourceType type, String name, AclOperation... operations)
      throws ExecutionException, InterruptedException {
    ResourcePattern resource = new ResourcePattern(type, name, PatternType.LITERAL);
    List<AclBinding> rules = new ArrayList<>();
    rules.add(new AclBinding(resource, entry("User:somebody", AclOperation.READ)));
    for (AclOperation operation : operations) {
      rules.add(new AclBinding(resource, entry("User:ANONYMOUS", operation)));
    }
    try (Admin admin = Admin.create(clientProperties())) {
      admin.createAcls(rules).all().get();
    }
  }

  private static AccessControlEntry entry(String user, AclOperation operation) {
    return new AccessControlEntry(user, "*", operation, AclPermissionType.ALLOW);
  }

  /** Deletes all topics but the broker's own. */
  void deleteTopics() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(clientProperties())) {
      admin.deleteTopics(admin.listTopics().names().get()).all().get();
      for (int tries = 0; !admin.listTopics().names().get().isEmpty(); tries++) {
        if (tries == POLLS_MAX) {
          throw new AssertionError("the broker keeps topics that were deleted");
        }
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
  }

  /** Sends records in order, and tells where they stand. */
  List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> records)
      throws ExecutionException, InterruptedException {
    List<RecordMetadata> places = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (ProducerRecord<byte[], byte[]> record : records) {
        sent.add(producer.send(record));
      }
      for (Future<RecordMetadata> one : sent) {
        places.add(one.get());
      }
    }
    return places;
  }

  /** Reads a topic of one partition until it has so many committed records. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
    Properties properties = clientProperties();
    properties.setProperty("isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (int polls = 0; records.size() < count; polls++) {
        if (polls == POLLS_MAX) {
          throw new AssertionError(
              topic + " has " + records.size() + " records, " + count + " were expected");
        }
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }

  /** Reads all committed records that a topic has now, partition by partition. */
  List<ConsumerRecord<byte[], byte[]>> readToEnd(String topic) {
    Properties properties = clientProperties();
    properties.setProperty("isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }

  /** Sets the brokers' way of transactions. */
  void setTransactionVersion(short level) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(clientProperties())) {
      FinalizedVersionRange now =
          admin.describeFeatures().featureMetadata().get().finalizedFeatures().get(TRANSACTIONS);
      FeatureUpdate.UpgradeType way =
          now != null && now.maxVersionLevel() > level
              ? FeatureUpdate.UpgradeType.SAFE_DOWNGRADE
              : FeatureUpdate.UpgradeType.UPGRADE;
      admin
          .updateFeatures(
              Map.of(TRANSACTIONS, new FeatureUpdate(level, way)), new UpdateFeaturesOptions())
          .all()
          .get();
    }
  }

  /** A producer of transactions under an id, which stay open longer than any test lasts. */
  KafkaProducer<byte[], byte[]> transactional(String id) {
    Properties properties = clientProperties();
    properties.setProperty("transactional.id", id);
    properties.setProperty("transaction.timeout.ms", "900000");
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private Properties clientProperties() {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrapServers);
    return properties;
  }

  private static Map<String, String> config(Path folder, int clientPort, int controllerPort) {
    Map<String, String> config = new HashMap<>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", "1");
    config.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    config.put("controller.listener.names", "CONTROLLER");
    config.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:" + clientPort + ",CONTROLLER://127.0.0.1:" + controllerPort);
    config.put("log.dirs", folder.resolve("log").toString());
    config.put("auto.create.topics.enable", "false");
    config.put("offsets.topic.replication.factor", "1");
    config.put("offsets.topic.num.partitions", "1");
    config.put("transaction.state.log.replication.factor", "1");
    config.put("transaction.state.log.num.partitions", "1");
    config.put("transaction.state.log.min.isr", "1");
    config.put("group.initial.rebalance.delay.ms", "0");
    // Alone, it has nobody to hand over to: on a busy machine it must not be taken for dead.
    config.put("broker.session.timeout.ms", "120000");
    return config;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
