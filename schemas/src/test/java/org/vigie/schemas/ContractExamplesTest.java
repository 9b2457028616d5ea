package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Alert;
import org.vigie.alert.Family;
import org.vigie.alert.Harm;
import org.vigie.event.AgeSource;
import org.vigie.event.Channel;
import org.vigie.event.Interaction;
import org.vigie.event.MeetingStatus;
import org.vigie.event.Message;
import org.vigie.event.ReportCategory;
import org.vigie.event.Review;
import org.vigie.event.ReviewDecision;
import org.vigie.event.SessionEvent;

/** The examples of the contract, word for word. */
class ContractExamplesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void readsTheMessage() throws IOException {
    // The contract leaves out 12 digits of the fingerprint.
    String example =
        example("contract_message.json").replace("a3f0…16 hex digits", "a3f0a3f0a3f0a3f0");
    Message message = (Message) read(JsonLineReader.ofEvents(), example);
    assertThat(message.getTime()).isEqualTo(1_719_345_600_000L);
    assertThat(message.getChannel()).isEqualTo(Channel.DIRECT);
    assertThat(message.getRecipients()).containsExactly("b1");
    assertThat(message.getSignals().get(0).getScore()).isEqualTo(0.93);
    assertThat(Objects.requireNonNull(message.getMeeting()).getStatus())
        .isEqualTo(MeetingStatus.PROPOSED);
    assertThat(message.getMedia().get(0).getHash()).isEqualTo("9f…");
    assertWritesAllOf(example, message);
  }

  @Test
  void refusesTheMessageWithItsFingerprintLeftOut() throws IOException {
    JsonLine line = line(JsonLineReader.ofEvents(), example("contract_message.json"));
    assertThat(((JsonLine.Refused) line).refusal().describe())
        .isEqualTo(
            "text_fingerprint: \"a3f0…16 hex digits\" is no fingerprint;"
                + " allowed: 16 hexadecimal digits [BAD_VALUE]");
  }

  @Test
  void readsTheSessionEvent() throws IOException {
    String example = example("contract_session.json");
    SessionEvent session = (SessionEvent) read(JsonLineReader.ofEvents(), example);
    assertThat(Objects.requireNonNull(session.getAge()).getSource()).isEqualTo(AgeSource.DECLARED);
    assertWritesAllOf(example, session);
  }

  @Test
  void readsTheInteraction() throws IOException {
    String example = example("contract_interaction.json");
    Interaction interaction = (Interaction) read(JsonLineReader.ofEvents(), example);
    assertThat(Objects.requireNonNull(interaction.getReport()).getCategory())
        .isEqualTo(ReportCategory.ROBBERY);
    assertWritesAllOf(example, interaction);
  }

  @Test
  void readsTheReview() throws IOException {
    // The contract names its fields and the decisions, without values for the rest.
    String example =
        """
        {"type":"review","event_id":"r1","community":"c1","time":1719345600000,
         "alert_id":"6ba7b811-9dad-51d1-80b4-00c04fd430c8","reviewer":"w1",
         "decision":"DISMISSED","reason":"…","snooze_until":null}
        """;
    Review review = (Review) read(JsonLineReader.ofEvents(), example);
    assertThat(review.getDecision()).isEqualTo(ReviewDecision.DISMISSED);
    assertWritesAllOf(example, review);
  }

  @Test
  void readsTheAlert() throws IOException {
    String example = example("contract_alert.json");
    Alert alert = (Alert) read(JsonLineReader.of(RecordKind.ALERT), example);
    assertThat(alert.getHarm()).isEqualTo(Harm.AMBUSH);
    assertThat(alert.getFamilies()).containsExactly(Family.PLACE, Family.TARGET_REACTION);
    assertThat(alert.getFindings().get(0).getObserved()).isEqualTo(Map.of("targets", 3.0));
    assertThat(alert.getReview()).isNull();
    assertWritesAllOf(example, alert);
  }

  @Test
  void readsWhatALineSaysOfItsRecording() throws IOException {
    String example =
        example("contract_session.json")
            .replace(
                "{\"type\"",
                "{\"recorded\":\"2024-06-25T20:00:01.5Z\",\"topic\":\"vigie.sessions\","
                    + "\"partition\":3,\"offset\":17,\"type\"");
    JsonLine.Read line = (JsonLine.Read) line(JsonLineReader.ofEvents(), example);
    assertThat(line.recording())
        .isEqualTo(Recording.of(1_719_345_601_500L, "vigie.sessions", 3, 17));
    JsonLine.Read onlyWhen =
        (JsonLine.Read)
            line(
                JsonLineReader.ofEvents(),
                example("contract_session.json").replace("{\"type\"", "{\"recorded\":5,\"type\""));
    assertThat(onlyWhen.recording().recordedMs()).isEqualTo(OptionalLong.of(5));
    assertThat(onlyWhen.recording().topic()).isEmpty();
  }

  private static SpecificRecord read(JsonLineReader reader, String example) {
    JsonLine line = line(reader, example);
    assertThat(line).isInstanceOf(JsonLine.Read.class);
    assertThat(reader.unknownFields().fields()).isEmpty();
    return ((JsonLine.Read) line).record();
  }

  private static JsonLine line(JsonLineReader reader, String example) {
    return reader.read(1, example.getBytes(StandardCharsets.UTF_8));
  }

  /** What is written again holds all that the example says, but nulls and empty lists. */
  private static void assertWritesAllOf(String example, SpecificRecord record) throws IOException {
    JsonNode written = JSON.readTree(new JsonLineWriter().write(record));
    assertHolds(written, JSON.readTree(example), "");
  }

  private static void assertHolds(JsonNode written, JsonNode said, String path) {
    if (said.isNull() || (said.isContainerNode() && said.isEmpty())) {
      return;
    }
    assertThat(written).as(path).isNotNull();
    if (said.isObject()) {
      for (Map.Entry<String, JsonNode> field : said.properties()) {
        String inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
        assertHolds(written.path(field.getKey()), field.getValue(), inner);
      }
    } else if (said.isArray()) {
      assertThat(written).as(path).hasSameSizeAs(said);
      Iterator<JsonNode> each = written.iterator();
      said.forEach(item -> assertHolds(each.next(), item, path));
    } else if (said.isNumber()) {
      assertThat(written.doubleValue()).as(path).isEqualTo(said.doubleValue());
    } else if (written.isNumber()) {
      long epochMs = IsoTime.epochMs(said.textValue()).orElseThrow();
      assertThat(written.longValue()).as(path).isEqualTo(epochMs);
    } else {
      assertThat(written).as(path).isEqualTo(said);
    }
  }

  private static String example(String name) throws IOException {
    try (InputStream bytes =
        Objects.requireNonNull(ContractExamplesTest.class.getResourceAsStream(name))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
