package org.vigie.chaos.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.vigie.event.Channel;
import org.vigie.event.ListMatch;
import org.vigie.event.MatchMethod;
import org.vigie.event.Media;
import org.vigie.event.Message;

/** Messages as a producer writes them that is a version ahead of the job. */
public final class LaterMessages {
  private static final String FIELDS = "\"fields\":[";
  private static final String ADDED =
      "{\"name\":\"mood\",\"type\":[\"null\",\"string\"],\"default\":null},";

  private LaterMessages() {}

  /** The schema of messages with one field more. */
  public static Schema schema() {
    String ours = Message.getClassSchema().toString();
    int place = ours.indexOf(FIELDS) + FIELDS.length();
    String later = ours.substring(0, place) + ADDED + ours.substring(place);
    return new SchemaParser().parse(later).mainSchema();
  }

  /**
   * A message with a file that a verified list knows, in the Confluent format.
   *
   * @param sender who is alerted about
   * @param timeMs when, epoch milliseconds
   * @param schema what it is written by
   * @param id the schema's number
   */
  public static byte[] matched(String sender, long timeMs, Schema schema, int id)
      throws IOException {
    Message message = message(sender, timeMs);
    GenericData.Record record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      Schema.Field ours = Message.getClassSchema().getField(field.name());
      record.put(field.pos(), ours == null ? "curious" : message.get(ours.pos()));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static Message message(String sender, long timeMs) {
    ListMatch match =
        ListMatch.newBuilder()
            .setList("verified-1")
            .setVerified(true)
            .setMethod(MatchMethod.EXACT)
            .build();
    return Message.newBuilder()
        .setEventId("e-" + sender)
        .setCommunity("harbour")
        .setTime(timeMs)
        .setSender(sender)
        .setRecipients(List.of("somebody"))
        .setChannel(Channel.DIRECT)
        .setMedia(List.of(Media.newBuilder().setHash("9f").setMatch(match).build()))
        .build();
  }
}
