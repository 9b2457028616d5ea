package org.vigie.cli.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.DeadLetterCode;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;
import org.vigie.cli.broker.BrokerPlace;
import org.vigie.cli.broker.EmbeddedBroker;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.RecordKind;

/** The commands about dead letters, and the doctor, on a real broker. */
final class DeadLettersCommandITCase {
  private static final String MESSAGE =
      "{\"event_id\":\"%s\",\"community\":\"c1\",\"time\":\"%s\",\"sender\":\"a1\","
          + "\"recipients\":[\"b1\"],\"channel\":\"DIRECT\"}";

  @TempDir private static Path folder;

  private static EmbeddedBroker broker;
  private static String servers;

  @BeforeAll
  static void fillTheTopic() throws Exception {
    broker = EmbeddedBroker.start(new BrokerPlace(folder, 0));
    servers = broker.bootstrapServers();
    assertThat(typed("topics", "apply").code()).isEqualTo(ExitCode.DONE);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      long nowMs = // by the broker's clock
          producer.send(new ProducerRecord<>("vigie.reviews", new byte[1])).get().timestamp();
      String fresh = MESSAGE.formatted("m1", Instant.ofEpochMilli(nowMs));
      BinaryCodec<DeadLetter> codec = BinaryCodec.of(RecordKind.DEAD_LETTER, DeadLetter.class);
      for (DeadLetter letter :
          List.of(
              letter(1, DeadLetterCode.UNREADABLE, null),
              letter(2, DeadLetterCode.UNREADABLE, "garbage"),
              letter(3, DeadLetterCode.BAD_VALUE, fresh),
              letter(4, DeadLetterCode.BAD_VALUE, fresh),
              letter(5, DeadLetterCode.STALE, MESSAGE.formatted("m2", "2024-06-25T20:00:00Z")))) {
        producer.send(new ProducerRecord<>("vigie.deadletters", codec.encode(letter))).get();
      }
    }
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void countsLettersByCodeTopicAndField() {
    Typed counted = typed("deadletters", "ls");

    assertThat(counted.code()).isEqualTo(ExitCode.DONE);
    assertThat(counted.out().lines()).hasSize(3);
    assertThat(counted.out())
        .containsPattern("UNREADABLE +2 +vigie.messages +signals\\[n].code +1 with payload")
        .containsPattern("BAD_VALUE +2 ");
    assertThat(counted.err()).contains("5 dead letters");
    assertThat(typed("deadletters", "ls", "--code", "stale", "--json").out().lines())
        .singleElement()
        .asString()
        .contains("\"code\":\"STALE\"", "\"letters\":1");
  }

  @Test
  void showsOneLetterByThePlaceOfItsRecordWithoutWhatItHeld() {
    Typed shown = typed("deadletters", "show", "vigie.messages-0@2");

    assertThat(shown.out())
        .contains("UNREADABLE  vigie.messages-0@2", "signals[3].code", "7 bytes, shown with --json")
        .doesNotContain("garbage");
    assertThat(typed("deadletters", "show", "vigie.deadletters-0@0").out())
        .contains("vigie.messages-0@1", "not kept");
    assertThat(typed("deadletters", "show", "vigie.messages-0@2", "--json").out().lines())
        .singleElement()
        .asString()
        .contains("\"source_topic\":\"vigie.messages\"");
    assertThat(typed("deadletters", "show", "vigie.messages-0@9").code())
        .isEqualTo(ExitCode.NOT_OK);
    assertThat(typed("deadletters", "show", "somewhere").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void sendsNothingUntilToldAndThenOnlyWhatWouldCount() {
    Typed dry = typed("deadletters", "replay");

    assertThat(dry.out())
        .containsPattern("1 +would be accepted")
        .containsPattern("1 +would be refused again: UNREADABLE")
        .containsPattern("1 +would be refused again: STALE")
        .containsPattern("1 +not kept")
        .containsPattern("1 +the same record as another letter");
    assertThat(dry.err()).contains("nothing was sent");
    assertThat(typed("topics", "cat", "vigie.messages").out()).isEmpty();

    Typed sent = typed("deadletters", "replay", "--send");

    assertThat(sent.err()).contains("1 sent");
    assertThat(typed("topics", "cat", "vigie.messages").out().lines())
        .singleElement()
        .asString()
        .contains("\"event_id\":\"m1\"");
  }

  @Test
  void findsEverythingInOrderAndNamesWhatIsNot() {
    Typed well = typed("doctor");
    assertThat(well.out())
        .containsPattern("ok +broker +cluster .*, 1 brokers")
        .containsPattern("ok +topics +all as the job needs them")
        .containsPattern("ok +start +nothing keeps the job from starting")
        .containsPattern("skipped +registry")
        .containsPattern("skipped +lag")
        .doesNotContain("not ok");
    assertThat(well.code()).isEqualTo(ExitCode.DONE);

    Typed unwell = typed("doctor", "-Dvigie.registry.url=http://127.0.0.1:1", "--json");
    assertThat(unwell.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(unwell.out()).contains("\"check\":\"registry\",\"state\":\"NOT_OK\"");

    Typed away =
        Typed.in(
            "doctor",
            "--bootstrap-servers",
            "127.0.0.1:1",
            "-Dvigie.kafka.client.default.api.timeout.ms=500",
            "-Dvigie.kafka.client.request.timeout.ms=400");
    assertThat(away.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(away.out()).containsPattern("not ok +broker +no usable answer");
  }

  private static DeadLetter letter(long offset, DeadLetterCode code, @Nullable String payload)
      throws Exception {
    byte[] bytes = payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);
    return DeadLetter.newBuilder()
        .setSourceTopic("vigie.messages")
        .setPartition(0)
        .setOffset(offset)
        .setTime(1_700_000_000_000L)
        .setCode(code)
        .setMessage("is not right")
        .setField("signals[3].code")
        .setPayload(bytes == null ? null : ByteBuffer.wrap(bytes))
        .setPayloadSha256(bytes == null ? null : sha256(bytes))
        .build();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static Typed typed(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", servers));
    return Typed.in(all.toArray(String[]::new));
  }
}
