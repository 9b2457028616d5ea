package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.alert.DeadLetterCode;
import org.vigie.event.Message;
import org.vigie.schemas.UnknownFields.UnknownField;

class JsonLineReaderTest {
  @Test
  void takesNullForAbsent() {
    Message absent = (Message) Lines.accepted(Lines.MESSAGE);
    Message asNull =
        (Message)
            Lines.accepted(
                Lines.messageWith(
                    "\"signals\":null,\"media\":null,\"recipient_mutual_contacts\":null,"
                        + "\"scan\":null,\"meeting\":null,\"recorded\":null,\"topic\":null"));
    assertThat(asNull).isEqualTo(absent);
    assertThat(absent.getScan()).isNull();
    assertThat(absent.getSignals()).isEmpty();
  }

  @Test
  void keepsUnknownMutualContactsOfSomeRecipients() {
    String line =
        Lines.messageWith("\"recipient_mutual_contacts\":[3,null]")
            .replace("DIRECT", "GROUP")
            .replace("[\"b1\"]", "[\"b1\",\"b2\"]");
    Message message = (Message) Lines.accepted(line);
    assertThat(message.getRecipientMutualContacts()).containsExactly(3, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "42.0", "4.2e1", "420E-1"})
  void takesAWholeNumberHoweverItIsWritten(String number) {
    Message message = (Message) Lines.accepted(Lines.messageWith("\"length\":" + number));
    assertThat(message.getLength()).isEqualTo(42);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-25T20:00:00Z,       1719345600000",
    "2024-06-25T20:00Z,          1719345600000",
    "2024-06-25T22:00:00+02:00,  1719345600000",
    "2024-06-25T20:00:00.123Z,   1719345600123",
    "2024-06-25T20:00:00.1239Z,  1719345600123",
    "1970-01-01T00:00:00Z,       0",
    "9999-12-31T23:59:59.999Z,   253402300799999"
  })
  void takesATimeInIso8601(String time, long epochMs) {
    String line = Lines.MESSAGE.replace("1719345600000", "\"" + time + "\"");
    assertThat(((Message) Lines.accepted(line)).getTime()).isEqualTo(epochMs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-06-25",
        "2024-06-25T20:00:00",
        "2024-06-25 20:00:00Z",
        "20:00Z",
        "",
        "2024-06-31T20:00:00Z",
        "2024-06-25T24:01:00Z",
        "2024-06-25T23:59:60Z",
        "+1000000000-01-01T00:00:00Z",
        "1719345600000"
      })
  void refusesWhatIsNoTime(String time) {
    Refusal refusal = Lines.refused(Lines.MESSAGE.replace("1719345600000", "\"" + time + "\""));
    assertThat(refusal.field()).isEqualTo("time");
    assertThat(refusal.code()).isEqualTo(DeadLetterCode.BAD_VALUE);
  }

  @Test
  void countsUnknownFieldsWithTheNameThatWasProbablyMeant() {
    JsonLineReader reader = JsonLineReader.ofEvents();
    byte[] line =
        Lines.messageWith(
                "\"lenght\":3,\"colour\":\"red\",\"media\":[{\"hash\":\"h1\",\"kid\":\"IMAGE\"}]")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(reader.read(1, line)).isInstanceOf(JsonLine.Read.class);
    assertThat(reader.read(2, line)).isInstanceOf(JsonLine.Read.class);
    assertThat(reader.unknownFields().fields())
        .containsExactlyInAnyOrder(
            new UnknownField("lenght", 2, "length"),
            new UnknownField("colour", 2, ""),
            new UnknownField("media[].kid", 2, "kind"));
    assertThat(reader.unknownFields().others()).isZero();
  }

  @Test
  void tellsOnlySoManyUnknownFieldsApart() {
    JsonLineReader reader = JsonLineReader.ofEvents();
    for (int number = 0; number < UnknownFields.FIELDS_MAX + 5; number++) {
      String line = Lines.messageWith("\"new_field_" + number + "\":1");
      reader.read(number + 1, line.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(reader.unknownFields().fields()).hasSize(UnknownFields.FIELDS_MAX);
    assertThat(reader.unknownFields().others()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "80,          a stray continuation byte",
    "c3 28,       half a character",
    "c0 af,       an overlong form",
    "ed a0 80,    a surrogate",
    "f4 90 80 80, beyond Unicode",
    "ff,          never a byte of UTF-8"
  })
  void refusesWhatIsNotUtf8(String hex, String what) {
    byte[] line = Lines.MESSAGE.getBytes(StandardCharsets.ISO_8859_1);
    byte[] bad = HexFormat.of().parseHex(hex.replace(" ", ""));
    int place = Lines.MESSAGE.indexOf("a1");
    byte[] broken = Arrays.copyOf(line, line.length + bad.length);
    System.arraycopy(line, place, broken, place + bad.length, line.length - place);
    System.arraycopy(bad, 0, broken, place, bad.length);
    JsonLine read = JsonLineReader.ofEvents().read(5, broken);
    assertThat(read).as(what).isInstanceOf(JsonLine.Refused.class);
    Refusal refusal = ((JsonLine.Refused) read).refusal();
    assertThat(refusal.describe())
        .isEqualTo(
            "is not UTF-8 at byte "
                + (place + 1)
                + "; allowed: one JSON object on one line, in UTF-8 [UNREADABLE]");
    assertThat(read.number()).isEqualTo(5);
  }

  @Test
  void takesALineOfTheLargestSizeAndRefusesOneByteMore() {
    String padded = Lines.messageWith("\"more\":\"\"");
    int room = Limits.EVENT_BYTES_MAX - padded.length();
    assertThat(Lines.read(padded.replace("\"\"", "\"" + "x".repeat(room) + "\"")))
        .isInstanceOf(JsonLine.Read.class);
    assertThat(Lines.refused(padded.replace("\"\"", "\"" + "x".repeat(room + 1) + "\"")).describe())
        .isEqualTo("is 65537 bytes long; allowed: at most 65536 bytes a line [TOO_LARGE]");
  }

  @Test
  void refusesFiveThousandRecipientsByTheirNumber() {
    String line = Lines.MESSAGE.replace("[\"b1\"]", Lines.list("\"b1\"", 5000));
    assertThat(Lines.refused(line).describe())
        .isEqualTo("recipients: has 5000 entries; allowed: at most 256 [TOO_LARGE]");
  }

  @Test
  void takesThirtyTwoLevelsAndRefusesOneMore() {
    String deepest = "[".repeat(31) + "]".repeat(31);
    Lines.accepted(Lines.messageWith("\"more\":" + deepest));
    assertThat(Lines.refused(Lines.messageWith("\"more\":[" + deepest + "]")).code())
        .isEqualTo(DeadLetterCode.TOO_LARGE);
  }

  @Test
  void passesOverBlankLinesAByteOrderMarkAndCarriageReturns() {
    JsonLineReader reader = JsonLineReader.ofEvents();
    for (String blank : List.of("", "  \t", "\r", "\uFEFF")) {
      assertThat(reader.read(1, blank.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(new JsonLine.Blank(1));
    }
    String marked = "\uFEFF" + Lines.MESSAGE + "\r";
    assertThat(reader.read(1, marked.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonLine.Read.class);
    // Files that were put together have one where each of them began.
    assertThat(reader.read(2, marked.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonLine.Read.class);
  }

  @Test
  void quotesACutLineAsItStandsThere() {
    Refusal cut = Lines.refused(Lines.MESSAGE.substring(0, Lines.MESSAGE.length() - 1));

    assertThat(cut.value()).startsWith("`").endsWith("`").contains("\"").doesNotContain("\\");
  }

  @Test
  void readsALineFromTheMiddleOfAnArray() {
    byte[] bytes = ("xx" + Lines.MESSAGE + "yy").getBytes(StandardCharsets.UTF_8);
    assertThat(JsonLineReader.ofEvents().read(1, bytes, 2, bytes.length - 4))
        .isInstanceOf(JsonLine.Read.class);
  }

  @Test
  void quotesNothingThatCouldForgeALineOfAReport() {
    String line =
        Lines.MESSAGE.replace("DIRECT", "\\n\\u001b[2J\\u202eDIRECT\\\"" + "y".repeat(99));
    Refusal refusal = Lines.refused(line);
    assertThat(refusal.value())
        .startsWith("\"\\u000a\\u001b[2J\\u202eDIRECT\\\"yy")
        .endsWith("…\"")
        .hasSizeLessThan(100);
    String strange = Lines.MESSAGE.replace("\"event_id\"", "\"event_id\\n\"");
    assertThat(Lines.refused(strange).describe())
        .isEqualTo(
            "event_id: is missing; allowed: a string of 1-64 bytes of UTF-8, for example"
                + " \"event_id\":\"m1\"; given instead: \"event_id\\u000a\" [MISSING_FIELD]");
  }

  @Test
  void quotesTheInputNowhereButInTheValue() {
    Refusal refusal = Lines.refused(Lines.MESSAGE.replace("\"a1\"", "\"canary-7\\u0000\""));
    assertThat(refusal.value()).contains("canary");
    assertThat(refusal.quoting("").toString()).doesNotContain("canary");
  }

  @Test
  void readsEventsOnlyByTheirType() {
    assertThatThrownBy(() -> JsonLineReader.of(RecordKind.MESSAGE))
        .isInstanceOf(IllegalArgumentException.class);
    JsonLineReader alerts = JsonLineReader.of(RecordKind.ALERT);
    assertThat(alerts.read(1, Lines.MESSAGE.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonLine.Refused.class);
  }
}
