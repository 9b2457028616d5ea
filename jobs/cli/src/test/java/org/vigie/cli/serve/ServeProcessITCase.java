package org.vigie.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;

/** {@code serve} as somebody uses it who has nothing but a console producer and consumer. */
final class ServeProcessITCase {
  private static final String EVENTS = "vigie.messages";
  private static final String ALERTS = "vigie.alerts.json";

  private static final String EVENT =
      "{\"event_id\":\"%s\",\"community\":\"c1\",\"time\":%d,\"sender\":\"a1\",\"recipients\":[\"b1\"],"
          + "\"channel\":\"DIRECT\",\"media\":[{\"hash\":\"%s\",\"kind\":\"IMAGE\","
          + "\"match\":{\"list\":\"verified-1\",\"verified\":true,\"method\":\"EXACT\"}}]}";

  @TempDir private Path folder;

  @Test
  void remembersAcrossAKillAndEndsInOrderWhenInterrupted() throws Exception {
    try (ChildVigie first = serve("first")) {
      TopicReader reader = new TopicReader(first.line());
      send(reader, "m1", "h1");
      assertThat(reader.await(ALERTS, "\"m1\""))
          .contains("\"harm\":\"ABUSE_MATERIAL\"", "\"subject\":\"a1\"", "\"settled\":true");
      first.kill();
    }
    try (ChildVigie second = serve("second")) {
      TopicReader reader = new TopicReader(second.line());
      assertThat(second.said()).contains("going on from ");
      send(reader, "m2", "h2");
      assertThat(reader.await(ALERTS, "\"m1\"", "\"m2\"")).contains("\"revision\":2");

      assertThat(second.interrupt()).isEqualTo(ExitCode.INTERRUPTED);

      assertThat(second.said())
          .contains("stopping with a savepoint")
          .doesNotContain("no savepoint");
      assertThat(folder.resolve("kept").resolve("savepoints")).isNotEmptyDirectory();
    }
  }

  @Test
  void refusesAPortThatIsTakenAndSaysWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Typed typed = Typed.in("serve", "--port", Integer.toString(taken.getLocalPort()));

      assertThat(typed.code()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(typed.err())
          .contains("port " + taken.getLocalPort() + " can't be bound")
          .contains("--port N");
      assertThat(typed.out()).isEmpty();
    }
  }

  private ChildVigie serve(String name) throws Exception {
    List<String> arguments =
        List.of(
            "serve",
            "--port",
            "0",
            "--dir",
            folder.resolve("kept").toString(),
            "-D",
            "execution.checkpointing.interval=1s");
    return ChildVigie.start(folder, name, arguments).await("ready: broker ");
  }

  /** Sends an event that happens when a record before it was appended. */
  private static void send(TopicReader reader, String id, String hash) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", reader.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] probe = utf8("{}");
      RecordMetadata place = producer.send(new ProducerRecord<>(EVENTS, probe)).get();
      String event = EVENT.formatted(id, place.timestamp(), hash);
      producer.send(new ProducerRecord<>(EVENTS, utf8(event))).get();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
