package org.vigie.detection.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.DeadLetter;
import org.vigie.detection.wire.ContentType;
import org.vigie.detection.wire.WireFormat;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.RecordKind;

/** Writes dead letters under their source topic; the headers repeat what a filter needs. */
final class DeadLetterSerializer implements KafkaRecordSerializationSchema<DeadLetter> {
  private static final long serialVersionUID = 1L;

  private final WireFormat wire;
  private transient @Nullable BinaryCodec<DeadLetter> codec;

  DeadLetterSerializer(WireFormat wire) {
    this.wire = wire;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      DeadLetter letter, KafkaSinkContext context, @Nullable Long timestamp) {
    if (codec == null) {
      codec = wire.writer(RecordKind.DEAD_LETTER, DeadLetter.class, Topics.DEAD_LETTERS);
    }
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.DEAD_LETTERS, utf8(letter.getSourceTopic()), codec.encode(letter));
    header(record, "content-type", ContentType.of(wire.frame()));
    header(record, "code", letter.getCode());
    header(record, "topic", letter.getSourceTopic());
    header(record, "partition", letter.getPartition());
    header(record, "offset", letter.getOffset());
    header(record, "field", letter.getField());
    header(record, "message", letter.getMessage());
    return record;
  }

  private static void header(
      ProducerRecord<byte[], byte[]> record, String name, @Nullable Object value) {
    if (value != null) {
      record.headers().add(name, utf8(value.toString()));
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
