package org.vigie.detection.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.AuditEntry;
import org.vigie.detection.wire.ContentType;
import org.vigie.detection.wire.WireFormat;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.RecordKind;

/** Writes audit entries under their writer, so that a chain stays on one partition. */
final class AuditSerializer implements KafkaRecordSerializationSchema<AuditEntry> {
  private static final long serialVersionUID = 1L;

  private final WireFormat wire;
  private transient @Nullable BinaryCodec<AuditEntry> codec;

  AuditSerializer(WireFormat wire) {
    this.wire = wire;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      AuditEntry entry, KafkaSinkContext context, @Nullable Long timestamp) {
    if (codec == null) {
      codec = wire.writer(RecordKind.AUDIT_ENTRY, AuditEntry.class, Topics.AUDIT);
    }
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.AUDIT, entry.getWriter().getBytes(StandardCharsets.UTF_8), codec.encode(entry));
    record
        .headers()
        .add("content-type", ContentType.of(wire.frame()).getBytes(StandardCharsets.UTF_8));
    return record;
  }
}
