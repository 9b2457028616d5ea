package org.vigie.cli.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;
import org.vigie.cli.broker.BrokerPlace;
import org.vigie.cli.broker.EmbeddedBroker;

/** The commands on a real broker: first its topics are wrong, then they are mended, then read. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class TopicsCommandITCase {
  private static final String MESSAGE =
      "{\"event_id\":\"m1\",\"community\":\"c1\",\"time\":\"%s\",\"sender\":\"a1\","
          + "\"recipients\":[\"b1\"],\"channel\":\"DIRECT\"}";

  @TempDir private static Path folder;

  private static EmbeddedBroker broker;
  private static String servers;

  @BeforeAll
  static void startBrokerWithWrongTopics() throws Exception {
    broker = EmbeddedBroker.start(new BrokerPlace(folder, 0));
    servers = broker.bootstrapServers();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("vigie.messages", 1, (short) 1)
                      .configs(Map.of("retention.ms", "1000000")),
                  new NewTopic("vigie.reviews", 2, (short) 1)
                      .configs(
                          Map.of(
                              "message.timestamp.type",
                              "LogAppendTime",
                              "retention.ms",
                              "99999999999")),
                  new NewTopic("vigie.alerts", 1, (short) 1)))
          .all()
          .get();
    }
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  @Order(1)
  void plansWhatDiffersAndChangesNothing() {
    Typed first = topics("plan");
    Typed again = topics("plan");

    assertThat(first.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(first.out())
        .contains("vigie.sessions: does not exist; plan: 4 partitions, replication 1")
        .contains("vigie.messages: message.timestamp.type: CreateTime, plan: LogAppendTime")
        .contains("vigie.messages: retention.ms: 1000000, plan: 604800000")
        .contains("vigie.alerts: cleanup.policy: delete, plan: compact,delete")
        .contains("by hand: kafka-configs.sh --bootstrap-server " + servers)
        .doesNotContain("vigie.reviews")
        .doesNotContain("partitions: 1");
    assertThat(again.out()).isEqualTo(first.out());
  }

  @Test
  @Order(2)
  void appliesThePlanButNothingThatCouldLoseRecords() {
    Typed applied = topics("apply", "--json");
    Typed left = topics("plan", "--json");

    assertThat(applied.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(applied.out().lines()).allMatch(line -> line.startsWith("{\"topic\":\"vigie."));
    assertThat(left.out().lines())
        .singleElement()
        .asString()
        .contains("\"topic\":\"vigie.alerts\"", "\"option\":\"cleanup.policy\"")
        .contains("\"mendable\":false", "--add-config cleanup.policy=[compact,delete]");
  }

  @Test
  @Order(3)
  void addsPartitionsToEventTopicsOnlyAndNeverTakesAny() throws Exception {
    Typed more = topics("apply", "--partitions", "3");
    Typed fewer = topics("apply", "--partitions", "2");

    assertThat(more.out())
        .contains("vigie.messages: partitions: 1, plan: 3")
        .contains("vigie.reviews: partitions: 2, plan: 3")
        .doesNotContain("vigie.alerts: partitions");
    assertThat(fewer.out()).doesNotContain("partitions");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      assertThat(admin.describeTopics(List.of("vigie.messages")).allTopicNames().get().values())
          .singleElement()
          .satisfies(topic -> assertThat(topic.partitions()).hasSize(3));
    }
  }

  @Test
  @Order(4)
  void endsWithZeroOnceAllIsAsTheJobNeedsIt() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.deleteTopics(List.of("vigie.alerts")).all().get();
    }
    Typed applied = topics("apply");
    Typed planned = topics("plan");

    assertThat(applied.code()).isEqualTo(ExitCode.DONE);
    assertThat(planned.code()).isEqualTo(ExitCode.DONE);
    assertThat(planned.out()).isEmpty();
    assertThat(planned.err()).contains("10 topics are as the job needs them");
  }

  @Test
  @Order(5)
  void printsEventsWithTheirPlaceSoThatReplayJudgesThemAsLive() throws Exception {
    long beforeMs;
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      beforeMs = producer.send(record("vigie.messages", 0, "garbage")).get().timestamp();
      String time = Instant.ofEpochMilli(beforeMs - 60_000).toString();
      producer.send(record("vigie.messages", 2, MESSAGE.formatted(time))).get();
    }

    Typed read = topics("cat", "vigie.messages");

    assertThat(read.code()).isEqualTo(ExitCode.DONE);
    assertThat(read.err()).contains("vigie.messages-0@0: ", "1 records could not be decoded");
    assertThat(read.out().lines())
        .singleElement()
        .asString()
        .startsWith("{\"type\":\"message\"")
        .contains("\"topic\":\"vigie.messages\",\"partition\":2,\"offset\":0");
    Path file = Files.writeString(folder.resolve("day.jsonl"), read.out());
    assertThat(Typed.in("replay", file.toString()).out())
        .contains("1 message of 1 line", "1 recorded late or dated ahead");
    assertThat(topics("cat", "vigie.messages", "--to", Long.toString(beforeMs)).out()).isEmpty();
    assertThat(topics("cat", "vigie.messages", "--from", Long.toString(beforeMs)).out())
        .isEqualTo(read.out());
    assertThat(topics("cat", "vigie.alerts").out()).isEmpty();
  }

  @Test
  @Order(6)
  void namesTheNearestTopicAndSaysWhenNoBrokerAnswers() {
    Typed unknown = topics("cat", "vigie.mesages");

    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("nearest: vigie.messages");
    assertThat(topics("plan", "--partitions", "0").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Typed.in("topics", "plan").code()).isEqualTo(ExitCode.USAGE);
    Typed away =
        Typed.in(
            "topics",
            "plan",
            "--bootstrap-servers",
            "127.0.0.1:1",
            "-Dvigie.kafka.client.default.api.timeout.ms=500",
            "-Dvigie.kafka.client.request.timeout.ms=400");
    assertThat(away.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(away.err()).contains("no usable answer from a broker at 127.0.0.1:1", "remedy:");
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, int partition, String value) {
    return new ProducerRecord<>(topic, partition, null, value.getBytes(StandardCharsets.UTF_8));
  }

  private static Typed topics(String verb, String... arguments) {
    List<String> all = new ArrayList<>(List.of("topics", verb));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", servers));
    return Typed.in(all.toArray(String[]::new));
  }
}
