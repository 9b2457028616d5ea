package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.vigie.event.Message;
import org.vigie.schemas.SampleRecords.Fill;

/** Records in the Confluent format, by schemas of ours and of others. */
final class RegisteredReadersTest {
  private static final int ID = 0x01020304;

  private final Map<Integer, WriterSchemas.Answer> answers = new HashMap<>();
  private int asked;
  private final BinaryCodec<Message> codec =
      BinaryCodec.reading(RecordKind.MESSAGE, Message.class, this::answer);
  private final Message message =
      (Message) new SampleRecords(1, Fill.EVERYTHING).of(RecordKind.MESSAGE);

  private WriterSchemas.Answer answer(int id) {
    asked++;
    WriterSchemas.Answer answer = answers.get(id);
    if (answer == null) {
      throw new RegistryUnavailableException("away");
    }
    return answer;
  }

  @Test
  void readsBothFramesSideBySide() {
    answers.put(ID, new WriterSchemas.Answer.Known(Message.SCHEMA$));
    BinaryCodec<Message> writer = BinaryCodec.writing(RecordKind.MESSAGE, Message.class, ID);
    byte[] confluent = writer.encode(message);
    byte[] single = codec.encode(message);

    assertThat(Arrays.copyOf(confluent, 5)).containsExactly(0, 1, 2, 3, 4);
    assertThat(Arrays.copyOfRange(confluent, 5, confluent.length))
        .isEqualTo(Arrays.copyOfRange(single, 10, single.length));
    for (int round = 0; round < 3; round++) {
      assertThat(codec.decode(confluent)).isEqualTo(new Decoded.Accepted<>(message));
      assertThat(codec.decode(single)).isEqualTo(new Decoded.Accepted<>(message));
    }
    assertThat(writer.decode(confluent)).isEqualTo(new Decoded.Accepted<>(message));
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void readsWhatALaterVersionWroteWithMoreFields() throws IOException {
    Schema later =
        grown(Message.SCHEMA$.toString(), "\"fields\":[", "\"fields\":[" + field("before") + ",");
    later = grown(later.toString(), "{\"name\":\"scan\"", field("between") + ",{\"name\":\"scan\"");
    answers.put(ID, new WriterSchemas.Answer.Known(later));

    assertThat(codec.decode(written(later))).isEqualTo(new Decoded.Accepted<>(message));
  }

  @Test
  void refusesARecordOfAnotherSchemaOrOfOneThatDoesNotResolve() throws IOException {
    answers.put(1, new WriterSchemas.Answer.Known(Schema.create(Schema.Type.STRING)));
    answers.put(
        2,
        new WriterSchemas.Answer.Known(
            parse(
                "{\"type\":\"record\",\"name\":\"Message\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}")));
    answers.put(
        3,
        new WriterSchemas.Answer.Known(
            parse(
                "{\"type\":\"record\",\"name\":\"Message\",\"fields\":[{\"name\":\"a\",\"type\":[\"null\",\"Message\"]}]}")));
    answers.put(4, new WriterSchemas.Answer.Unusable("was written by a stranger"));

    assertThat(refusal(1)).contains("does not resolve to this topic's Message", "schema id 1");
    assertThat(refusal(2)).contains("does not resolve to this topic's Message");
    assertThat(refusal(3)).contains("contains itself");
    assertThat(refusal(4)).contains("was written by a stranger", "[UNREADABLE]");
    refusal(1);
    assertThat(asked).isEqualTo(4);
  }

  @Test
  void decidesNothingAboutARecordWhileTheRegistryIsAway() {
    byte[] bytes = BinaryCodec.writing(RecordKind.MESSAGE, Message.class, ID).encode(message);
    assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(RegistryUnavailableException.class);

    answers.put(ID, new WriterSchemas.Answer.Known(Message.SCHEMA$));
    assertThat(codec.decode(bytes)).isEqualTo(new Decoded.Accepted<>(message));
  }

  @Test
  void keepsNoMoreReadersThanItsLimit() {
    for (int id = 0; id <= RegisteredReaders.READERS_MAX; id++) {
      answers.put(id, new WriterSchemas.Answer.Known(Message.SCHEMA$));
      byte[] bytes = BinaryCodec.writing(RecordKind.MESSAGE, Message.class, id).encode(message);
      assertThat(codec.decode(bytes)).isInstanceOf(Decoded.Accepted.class);
    }
    assertThat(codec)
        .extracting("registered.entries")
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .hasSize(1);
  }

  private String refusal(int id) {
    byte[] bytes = {0, 0, 0, 0, (byte) id, 2};
    return ((Decoded.Refused<Message>) codec.decode(bytes)).refusal().describe();
  }

  private static Schema grown(String schema, String at, String with) {
    assertThat(schema).contains(at);
    int place = schema.indexOf(at);
    return parse(schema.substring(0, place) + with + schema.substring(place + at.length()));
  }

  private static String field(String name) {
    return "{\"name\":\""
        + name
        + "\",\"type\":[\"null\",{\"type\":\"array\",\"items\":\"string\"}],\"default\":null}";
  }

  private static Schema parse(String schema) {
    return new SchemaParser().parse(schema).mainSchema();
  }

  private byte[] written(Schema later) throws IOException {
    GenericData.Record record = new GenericData.Record(later);
    for (Schema.Field field : later.getFields()) {
      Schema.Field ours = Message.SCHEMA$.getField(field.name());
      Object value = ours == null ? List.of("new", "words") : message.get(ours.pos());
      record.put(field.name(), value);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {0, 1, 2, 3, 4});
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(later).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
