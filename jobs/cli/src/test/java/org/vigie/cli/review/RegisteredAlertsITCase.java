package org.vigie.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alert.Alert;
import org.vigie.alert.Progress;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;
import org.vigie.cli.broker.BrokerPlace;
import org.vigie.cli.broker.EmbeddedBroker;
import org.vigie.cli.console.JsonFields;
import org.vigie.detection.kafka.FreshTopics;
import org.vigie.detection.kafka.Topics;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.RecordKind;

/** Reviewers where alerts are in the Confluent wire format: a registry explains them. */
final class RegisteredAlertsITCase {
  private static final Map<String, Schema> REGISTERED =
      Map.of("/schemas/ids/7", Alert.getClassSchema(), "/schemas/ids/8", Progress.getClassSchema());
  private static final String ALERT = "aaaaaaaa-0000-5000-8000-000000000001";
  private static final String NOBODY = "-Dvigie.registry.url=http://127.0.0.1:1";

  private static EmbeddedBroker broker;
  private static HttpServer registry;

  @BeforeAll
  static void fillTopics(@TempDir Path folder) throws Exception {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext("/", RegisteredAlertsITCase::answer);
    registry.start();
    broker = EmbeddedBroker.start(BrokerPlace.anywhere(folder.resolve("broker")));
    Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Admin admin = Admin.create(properties)) {
      List<String> names =
          List.of(Topics.ALERTS, Topics.PROVISIONAL, Topics.PROGRESS, Topics.REVIEWS);
      FreshTopics.create(
          admin, names.stream().map(name -> new NewTopic(name, 1, (short) 1)).toList());
    }
    Properties producing = new Properties();
    producing.putAll(properties);
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer())) {
      Alert settled = LiveAlertsITCase.said(ALERT, "p1", 0).setRevision(1).setSettled(true).build();
      byte[] alert = BinaryCodec.writing(RecordKind.ALERT, Alert.class, 7).encode(settled);
      producer.send(new ProducerRecord<>(Topics.ALERTS, alert)).get();
      byte[] progress =
          BinaryCodec.writing(RecordKind.PROGRESS, Progress.class, 8).encode(passed());
      producer.send(new ProducerRecord<>(Topics.PROGRESS, progress)).get();
    }
  }

  private static Progress passed() {
    return Progress.newBuilder()
        .setRun("1")
        .setSubtask(0)
        .setParallelism(1)
        .setCheckpoint(1)
        .setSettledThrough(0)
        .build();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    Schema schema = REGISTERED.get(exchange.getRequestURI().getPath());
    String body = schema == null ? "" : new JsonFields().put("schema", schema.toString()).line();
    byte[] utf8 = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(schema == null ? 404 : 200, utf8.length == 0 ? -1 : utf8.length);
    exchange.getResponseBody().write(utf8);
    exchange.close();
  }

  @AfterAll
  static void stop() {
    broker.close();
    registry.stop(0);
  }

  @Test
  void readsThemByTheRegistry() {
    Typed listed = typed("alerts", "list", here());

    assertThat(listed.code()).isEqualTo(ExitCode.DONE);
    assertThat(listed.err()).isEmpty();
    assertThat(listed.out().lines()).singleElement().asString().contains("aaaaaaaa", "CRITICAL");
    assertThat(typed("topics", "cat", Topics.ALERTS, here()).out()).contains(ALERT);
  }

  @Test
  void reviewsWhatOnlyTheRegistryExplains() {
    Typed typed =
        typed("review", "aaaa", "confirmed", "--reviewer", "r1", "--reason", "seen", here());

    assertThat(typed.err()).contains("written to vigie.reviews, partition 0");
    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void saysOnceThatItTakesARegistry() {
    Typed typed = typed("alerts", "list");

    assertThat(typed.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err().lines())
        .containsExactly(
            "vigie: vigie.alerts.progress is in the Confluent wire format, which only the job's"
                + " registry explains",
            "remedy: add -Dvigie.registry.url=URL, or the job's own file by --config");
  }

  @Test
  void endsWithThreeIfTheRegistryDoesNotAnswer() {
    Typed typed = typed("alerts", "list", NOBODY, "-Dvigie.registry.patience=1s");

    assertThat(typed.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(typed.err()).contains("127.0.0.1:1", "remedy: ").doesNotContain("\tat ");
  }

  private static String here() {
    return "-Dvigie.registry.url=http://127.0.0.1:" + registry.getAddress().getPort();
  }

  private static Typed typed(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--bootstrap-servers";
    all[words.length + 1] = broker.bootstrapServers();
    return Typed.in(all);
  }
}
