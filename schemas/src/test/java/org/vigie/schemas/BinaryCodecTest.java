package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.Test;
import org.vigie.alert.DeadLetterCode;
import org.vigie.event.AmountBand;
import org.vigie.event.Channel;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;
import org.vigie.schemas.SampleRecords.Fill;

class BinaryCodecTest {
  private static final int HEADER_BYTES = WireFrame.SINGLE_OBJECT.headerBytes();

  private final BinaryCodec<Message> codec = BinaryCodec.of(RecordKind.MESSAGE, Message.class);
  private final Message message =
      (Message) new SampleRecords(1, Fill.EVERYTHING).of(RecordKind.MESSAGE);

  @Test
  void writesWhatAvroItselfWrites() throws IOException {
    byte[] expected =
        new BinaryMessageEncoder<Message>(new SpecificData(), Message.SCHEMA$)
            .encode(message)
            .array();
    byte[] bytes = codec.encode(message);
    assertThat(bytes).isEqualTo(Arrays.copyOf(expected, bytes.length)).startsWith(0xC3, 0x01);
    assertThat(WireFrame.of(bytes)).isEqualTo(WireFrame.SINGLE_OBJECT);
  }

  @Test
  void decodesIntoNewObjectsEachTime() {
    byte[] bytes = codec.encode(message);
    Message first = accepted(codec.decode(bytes));
    Message second = accepted(codec.decode(bytes));
    assertThat(second).isNotSameAs(first).isEqualTo(first);
    assertThat(second.getSignals()).isNotSameAs(first.getSignals());
  }

  @Test
  void recoversFromBrokenBytes() {
    byte[] bytes = codec.encode(message);
    assertThat(codec.decode(Arrays.copyOf(bytes, bytes.length / 2)))
        .isInstanceOf(Decoded.Refused.class);
    assertThat(codec.decode(bytes)).isEqualTo(new Decoded.Accepted<>(message));
  }

  @Test
  void refusesWhatIsCutOffAnywhere() {
    byte[] bytes = codec.encode(message);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(refused(codec.decode(Arrays.copyOf(bytes, length))).code())
          .as("first %s bytes", length)
          .isEqualTo(DeadLetterCode.UNREADABLE);
    }
  }

  @Test
  void refusesBytesAfterTheRecord() {
    byte[] bytes = codec.encode(message);
    assertThat(refused(codec.decode(Arrays.copyOf(bytes, bytes.length + 1))).message())
        .isEqualTo("has bytes left over after the record");
  }

  @Test
  void refusesNoValue() {
    assertThat(refused(codec.decode(null)).describe())
        .isEqualTo(
            "is empty: a value is needed;"
                + " allowed: Avro single-object encoding by a published schema [UNREADABLE]");
  }

  @Test
  void refusesWhatIsInNoFrame() {
    byte[] json = Lines.MESSAGE.getBytes(StandardCharsets.UTF_8);
    assertThat(WireFrame.of(json)).isEqualTo(WireFrame.UNKNOWN);
    assertThat(refused(codec.decode(json)).message())
        .isEqualTo("is in no wire format that is known");
  }

  @Test
  void refusesTheConfluentFrameAsLongAsThereIsNoRegistry() {
    byte[] framed = {0, 0, 0, 0, 7, 2, 4};
    assertThat(WireFrame.of(framed)).isEqualTo(WireFrame.CONFLUENT);
    assertThat(refused(codec.decode(framed)).message())
        .isEqualTo("is in the Confluent wire format, and no registry is set");
  }

  @Test
  void refusesAnotherKindsRecord() {
    BinaryCodec<SessionEvent> sessions = BinaryCodec.of(RecordKind.SESSION, SessionEvent.class);
    Refusal refusal = refused(sessions.decode(codec.encode(message)));
    assertThat(refusal.message())
        .isEqualTo("was written by a schema that is no published version of session");
    assertThatThrownBy(() -> BinaryCodec.of(RecordKind.SESSION, Message.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsTooLargeBeforeLookingAtIt() {
    byte[] bytes = new byte[Limits.EVENT_BYTES_MAX + 1];
    assertThat(refused(codec.decode(bytes)).describe())
        .isEqualTo("is 65537 bytes long; allowed: at most 65536 bytes [TOO_LARGE]");
  }

  @Test
  void refusesListsAndTextsOverAvrosBoundsWithoutMakingThem() throws IOException {
    List<String> many = Collections.nCopies(Limits.ITEMS_MAX + 1, "b");
    Message toMany = Message.newBuilder(message).setRecipients(many).build();
    assertThat(refused(codec.decode(codec.encode(toMany))).code())
        .isEqualTo(DeadLetterCode.TOO_LARGE);

    byte[] claim = claimedLength(Integer.MAX_VALUE - 8);
    assertThat(refused(codec.decode(claim)).code()).isEqualTo(DeadLetterCode.TOO_LARGE);
    assertThat(refused(codec.decode(claimedLength(-1))).code())
        .isEqualTo(DeadLetterCode.UNREADABLE);
  }

  @Test
  void refusesWhatBreaksTheContract() {
    Message toNobody = Message.newBuilder(message).setChannel(Channel.GROUP).setRoom("r1").build();
    assertThat(refused(codec.decode(codec.encode(toNobody))).code())
        .isEqualTo(DeadLetterCode.WRONG_CHANNEL);
  }

  @Test
  void refusesIdsThatWereNoUtf8() {
    byte[] bytes = codec.encode(Message.newBuilder(message).setSender("sender-of-it").build());
    int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("sender-of-it");
    bytes[place + 3] = (byte) 0xFF;
    assertThat(refused(codec.decode(bytes)).describe())
        .startsWith("sender: \"sen\uFFFDer-of-it\" is not UTF-8 at character 4");
  }

  @Test
  void showsANewerSymbolToAnOlderReaderAsUnrecognised() throws IOException {
    String grown = Interaction.SCHEMA$.toString().replace("\"LARGE\"", "\"LARGE\",\"HUGE\"");
    Schema newer = new SchemaParser().parse(grown).mainSchema();
    Interaction sample =
        (Interaction) new SampleRecords(1, Fill.EVERYTHING).of(RecordKind.INTERACTION);
    GenericData.Record record = new GenericData.Record(newer);
    for (Schema.Field field : newer.getFields()) {
      record.put(field.name(), sample.get(field.name()));
    }
    Schema bands = newer.getField("amount_band").schema().getTypes().get(1);
    record.put("amount_band", new GenericData.EnumSymbol(bands, "HUGE"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(newer).write(record, encoder);
    encoder.flush();
    Interaction read =
        new SpecificDatumReader<Interaction>(newer, Interaction.SCHEMA$)
            .read(new Interaction(), DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    assertThat(read.getAmountBand()).isEqualTo(AmountBand.UNRECOGNISED);
    assertThat(ContractRules.check(read))
        .hasValueSatisfying(refusal -> assertThat(refusal.field()).isEqualTo("amount_band"));
  }

  /** A message whose first text claims a length. */
  private byte[] claimedLength(int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(codec.encode(message), 0, HEADER_BYTES);
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    encoder.writeInt(length);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static Message accepted(Decoded<Message> decoded) {
    assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
    return ((Decoded.Accepted<Message>) decoded).record();
  }

  private static Refusal refused(Decoded<?> decoded) {
    assertThat(decoded).isInstanceOf(Decoded.Refused.class);
    return ((Decoded.Refused<?>) decoded).refusal();
  }
}
