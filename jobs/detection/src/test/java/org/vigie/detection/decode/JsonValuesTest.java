package org.vigie.detection.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.vigie.alert.DeadLetterCode;
import org.vigie.core.event.Trace;
import org.vigie.core.route.TimeBounds;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.Decoder.Outcome;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.Recording;
import org.vigie.schemas.Refusal;

/** JSON on event topics, beside Avro. */
final class JsonValuesTest {
  private static final long NOW = Samples.START_MS;
  private static final String MESSAGE =
      "{\"event_id\":\"m1\",\"community\":\"c1\",\"time\":%d,\"sender\":\"a1\",\"recipients\":[\"b1\"],"
              .formatted(NOW)
          + "\"channel\":\"DIRECT\"%s}";

  private final Decoder decoder = new Decoder(0, TimeBounds.DEFAULT);

  @Test
  void saysTheSameAsAvroForEveryEvent() {
    EventEncoder encoder = new EventEncoder();
    JsonLineWriter writer = new JsonLineWriter();
    for (SpecificRecord event : Samples.platform(7)) {
      RecordKind kind = RecordKind.of(event);
      long timeMs = EventEncoder.timeMs(event);
      byte[] json = writer.write(event, Recording.NONE);

      assertThat(decode(kind, timeMs, json))
          .isEqualTo(decode(kind, timeMs, encoder.encode(event)))
          .isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void needsNoTypeSinceTheTopicSaysIt() {
    assertThat(message("")).isInstanceOf(Outcome.Accepted.class);
    assertThat(message(",\"type\":\"message\"")).isEqualTo(message(""));
  }

  @Test
  void refusesATypeThatItsTopicDoesNotHold() {
    Refusal why = refused(message(",\"type\":\"session\""));

    assertThat(why.code()).isEqualTo(DeadLetterCode.BAD_VALUE);
    assertThat(why.field()).isEqualTo("type");
    assertThat(why.describe()).contains("allowed: message");
  }

  @Test
  void takesTheTimeOfRecordingFromTheLogNotFromTheValue() {
    Recording claimed =
        new Recording(
            OptionalLong.of(NOW - 1_000_000),
            Optional.of("elsewhere"),
            OptionalInt.of(9),
            OptionalLong.of(9),
            Optional.empty());
    SpecificRecord event = Samples.message("m1", "a1", "b1", NOW);
    JsonLineWriter writer = new JsonLineWriter();

    assertThat(decode(RecordKind.MESSAGE, NOW, writer.write(event, claimed)))
        .isEqualTo(decode(RecordKind.MESSAGE, NOW, writer.write(event, Recording.NONE)));
  }

  @Test
  void namesTheFieldThatIsWrong() {
    Refusal missing = refused(decode(RecordKind.MESSAGE, NOW, utf8("{\"event_id\":\"m1\"}")));
    assertThat(missing.code()).isEqualTo(DeadLetterCode.MISSING_FIELD);
    assertThat(missing.field()).isEqualTo("community");

    assertThat(refused(decode(RecordKind.MESSAGE, NOW, utf8("{"))).code())
        .isEqualTo(DeadLetterCode.UNREADABLE);
  }

  @Test
  void countsFieldsThatNoSchemaKnows() {
    assertThat(message(",\"colour\":1")).isInstanceOf(Outcome.Accepted.class);

    assertThat(decoder.unknownFields()).isEqualTo(1);
  }

  @Test
  void answersWhateverFollowsABrace() {
    byte[] whole = utf8(MESSAGE.formatted(",\"length\":3"));
    for (int seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      byte[] broken = whole.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        broken[1 + random.nextInt(broken.length - 1)] ^= (byte) (1 << random.nextInt(8));
      }
      if (decode(RecordKind.MESSAGE, NOW, broken) instanceof Outcome.Refused refused) {
        assertThat(refused.why().message()).as("seed %d", seed).doesNotContain("defect");
      }
    }
  }

  private Outcome message(String more) {
    return decode(RecordKind.MESSAGE, NOW, utf8(MESSAGE.formatted(more)));
  }

  private Outcome decode(RecordKind kind, long recordedMs, byte[] payload) {
    return decoder.decode(new LogRecord(kind, "t", 0, 5, recordedMs, null, payload, Trace.NONE));
  }

  private static Refusal refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).why();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
