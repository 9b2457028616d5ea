package org.vigie.cli.topic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.JsonFields;
import org.vigie.cli.console.Printable;
import org.vigie.core.event.Trace;
import org.vigie.detection.decode.RecordReader;
import org.vigie.detection.kafka.Topics;
import org.vigie.detection.wire.TraceHeader;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.Recording;

/**
 * Prints records as JSON Lines with their place. An event says it beside its own fields, so that
 * {@code replay} judges it as live; any other record, whose fields may be called the same, in a
 * field {@code recording}.
 */
final class RecordLines {
  private final RecordReader reader;
  private final Console console;
  private final JsonLineWriter writer = new JsonLineWriter();
  private long unreadable;

  RecordLines(RecordReader reader, Console console) {
    this.reader = reader;
    this.console = console;
  }

  /** Whether records of a topic can be shown. */
  static boolean canShow(String topic) {
    return topic.equals(Topics.ALERTS_JSON)
        || topic.equals(Topics.PROVISIONAL_JSON)
        || Topics.recordOf(topic).isPresent();
  }

  /** Records that were not what their topic should hold. */
  long unreadable() {
    return unreadable;
  }

  void print(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      console.tell(place(record) + ": erased, the key has no value any more");
      return;
    }
    Optional<RecordKind> kind = Topics.recordOf(record.topic());
    if (kind.isEmpty()) {
      print(record.value(), record);
      return;
    }
    Decoded<? extends ContractRecord> decoded = reader.read(kind.get(), record.value());
    if (decoded instanceof Decoded.Refused<? extends ContractRecord> refused) {
      unreadable++;
      console.tell(place(record) + ": " + Printable.of(refused.refusal().describe()));
    } else if (decoded instanceof Decoded.Accepted<? extends ContractRecord> accepted) {
      print(kind.get(), accepted.record(), record);
    }
  }

  private void print(RecordKind kind, ContractRecord read, ConsumerRecord<byte[], byte[]> record) {
    if (kind.isEvent()) {
      console.print(text(writer.write(read, recording(record))));
    } else {
      print(writer.write(read), record);
    }
  }

  private static Recording recording(ConsumerRecord<byte[], byte[]> record) {
    Recording recording =
        Recording.of(record.timestamp(), record.topic(), record.partition(), record.offset());
    Trace trace = TraceHeader.of(record.headers());
    return trace.isKnown() ? recording.inTrace(trace.traceparent()) : recording;
  }

  /** A line of JSON that is there already, and its place. */
  private void print(byte[] line, ConsumerRecord<byte[], byte[]> record) {
    String text = text(line).stripTrailing();
    String recording =
        new JsonFields()
            .put("recorded", record.timestamp())
            .put("topic", record.topic())
            .put("partition", record.partition())
            .put("offset", record.offset())
            .line();
    console.print(text.substring(0, text.length() - 1) + ",\"recording\":" + recording + "}");
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static String place(ConsumerRecord<byte[], byte[]> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }
}
