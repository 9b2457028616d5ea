package org.vigie.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.alert.Alert;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;
import org.vigie.cli.broker.BrokerPlace;
import org.vigie.cli.broker.EmbeddedBroker;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.kafka.TopicPlan;
import org.vigie.detection.kafka.Topics;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.Recording;
import org.vigie.simulator.Population;
import org.vigie.simulator.PopulationSettings;
import org.vigie.simulator.SimulatedEvent;

/**
 * {@code run} killed in the middle and started again, by both ways of delivery, against a replay of
 * what the log recorded. The topics carry the simulated platform's time, so that ten days take
 * seconds.
 */
final class RunProcessITCase {
  private static final long SEED = 7;
  private static final long SETTLE_MS = 13_000;
  private static final long POLL_NANOS = 300_000_000L;
  private static final int POLLS_MAX = 600;

  private final List<byte[]> lines = new ArrayList<>();
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"at-least-once", "exactly-once"})
  void losesNothingWhenItIsKilledAndDoublesNothingExactlyOnce(String delivery) throws Exception {
    Population population = Population.generate(PopulationSettings.DEFAULT.withSeed(SEED));
    List<SimulatedEvent> events = population.events();
    int half = events.size() / 2;
    try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerPlace(folder.resolve("b"), 0))) {
      createTopics(broker.bootstrapServers());
      TopicReader reader = new TopicReader(broker.bootstrapServers());
      try (ChildVigie first = run("first", broker, delivery)) {
        send(broker, events.subList(0, half));
        reader.await(Topics.ALERTS, 2);
        first.kill();
      }
      try (ChildVigie second = run("second", broker, delivery)) {
        assertThat(second.said()).contains("going on from ");
        send(broker, events.subList(half, events.size()));
        sendMarks(broker, events.get(events.size() - 1).recordedMs() + SETTLE_MS);
        Map<String, String> expected = replayed();
        awaitAlerts(reader, expected);
        assertThat(second.interrupt()).isEqualTo(ExitCode.INTERRUPTED);

        List<Alert> seen = alerts(reader);
        assertThat(lastRevisions(seen)).as("seed %d", SEED).isEqualTo(expected);
        Set<String> revisions = new HashSet<>();
        seen.forEach(a -> revisions.add(a.getAlertId() + "/" + a.getRevision()));
        Set<String> contents = new HashSet<>();
        seen.forEach(a -> contents.add(line(a)));
        assertThat(contents).as("copies are the same, word for word").hasSameSizeAs(revisions);
        if (delivery.equals("exactly-once")) {
          assertThat(seen).hasSameSizeAs(revisions);
        }
      }
    }
  }

  @Test
  void namesEverythingThatIsWrongWithTheBrokersAtOnce() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerPlace(folder.resolve("b"), 0))) {
      Typed typed =
          Typed.in(
              "run",
              "--bootstrap-servers",
              broker.bootstrapServers(),
              "--dir",
              folder.resolve("state").toString());

      assertThat(typed.code()).isEqualTo(ExitCode.ENVIRONMENT);
      for (String topic : Topics.EVENTS) {
        assertThat(typed.err()).contains("--create --topic " + topic + " ");
      }
      assertThat(typed.err()).contains("message.timestamp.type=LogAppendTime");
    }
  }

  private ChildVigie run(String name, EmbeddedBroker broker, String delivery) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--bootstrap-servers", broker.bootstrapServers()));
    arguments.addAll(List.of("--dir", folder.resolve("state").toString()));
    for (String option :
        List.of(
            "vigie.alerts.delivery=" + delivery,
            "vigie.time.allow-create-time=true",
            "vigie.time.idle-after=10min",
            "vigie.time.unused-idle-after=10min",
            "vigie.kafka.alignment-drift=1d",
            "execution.checkpointing.interval=1s")) {
      arguments.addAll(List.of("-D", option));
    }
    return ChildVigie.start(folder, name, arguments).await("running; ");
  }

  private static void createTopics(String servers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      List<NewTopic> topics = new ArrayList<>();
      for (String name : TopicPlan.names()) {
        Map<String, String> options =
            Map.of("message.timestamp.type", "CreateTime", "retention.ms", "-1");
        topics.add(new NewTopic(name, 1, (short) 1).configs(options));
      }
      admin.createTopics(topics).all().get();
    }
  }

  private void send(EmbeddedBroker broker, List<SimulatedEvent> events) throws Exception {
    EventEncoder encoder = new EventEncoder();
    JsonLineWriter writer = new JsonLineWriter();
    try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
      for (SimulatedEvent event : events) {
        long timeMs = event.recordedMs();
        byte[] value = encoder.encode(event.record());
        RecordMetadata place =
            producer
                .send(
                    new ProducerRecord<>(topic(event.kind()), 0, timeMs, utf8(event.key()), value))
                .get();
        lines.add(
            writer.write(event.record(), Recording.of(timeMs, place.topic(), 0, place.offset())));
      }
    }
  }

  /** Records that are refused, but say how late it is. */
  private static void sendMarks(EmbeddedBroker broker, long timeMs) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
      for (String topic : Topics.EVENTS) {
        producer.send(new ProducerRecord<>(topic, 0, timeMs, new byte[0], utf8("{}"))).get();
      }
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static String topic(RecordKind kind) {
    return Topics.EVENTS.stream().filter(t -> Topics.kindOf(t) == kind).findFirst().orElseThrow();
  }

  /** What a replay of the log finds, by id. */
  private Map<String, String> replayed() throws Exception {
    Path file = folder.resolve("log.jsonl");
    try (var out = Files.newOutputStream(file)) {
      for (byte[] line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
    Typed typed = Typed.in("replay", file.toString(), "--json");
    assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
    Map<String, String> byId = new TreeMap<>();
    typed
        .out()
        .lines()
        .forEach(line -> byId.put(line.substring(0, line.indexOf(',')), unmarked(line)));
    return byId;
  }

  private static void awaitAlerts(TopicReader reader, Map<String, String> expected) {
    for (int polls = 0; !lastRevisions(alerts(reader)).equals(expected); polls++) {
      if (polls == POLLS_MAX) {
        assertThat(lastRevisions(alerts(reader))).isEqualTo(expected);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static List<Alert> alerts(TopicReader reader) {
    BinaryCodec<Alert> codec = BinaryCodec.of(RecordKind.ALERT, Alert.class);
    return reader.committed(Topics.ALERTS).stream()
        .map(value -> ((Decoded.Accepted<Alert>) codec.decode(value)).record())
        .toList();
  }

  private static Map<String, String> lastRevisions(List<Alert> alerts) {
    Map<String, Alert> last = new TreeMap<>();
    for (Alert alert : alerts) {
      last.merge(alert.getAlertId(), alert, (a, b) -> a.getRevision() > b.getRevision() ? a : b);
    }
    Map<String, String> byId = new TreeMap<>();
    last.values()
        .forEach(
            alert ->
                byId.put("{\"alert_id\":\"" + alert.getAlertId() + "\"", unmarked(line(alert))));
    return byId;
  }

  private static String line(Alert alert) {
    return new String(new JsonLineWriter().write(alert), StandardCharsets.UTF_8);
  }

  /** Without the mark of CreateTime, which a replay has not, and the hash over it. */
  private static String unmarked(String line) {
    return line.replace("\"CREATE_TIME\"", "").replaceAll("\"content_hash\":\"[^\"]*\"", "");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
