package org.vigie.detection.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Progress;
import org.vigie.detection.wire.ContentType;
import org.vigie.detection.wire.WireFormat;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.RecordKind;

/** Writes progress under run and subtask, so that the topic keeps the last of each. */
final class ProgressSerializer implements KafkaRecordSerializationSchema<Progress> {
  private static final long serialVersionUID = 1L;

  private final WireFormat wire;
  private transient @Nullable BinaryCodec<Progress> codec;

  ProgressSerializer(WireFormat wire) {
    this.wire = wire;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Progress progress, KafkaSinkContext context, @Nullable Long timestamp) {
    if (codec == null) {
      codec = wire.writer(RecordKind.PROGRESS, Progress.class, Topics.PROGRESS);
    }
    String key = progress.getRun() + "/" + progress.getSubtask();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.PROGRESS, key.getBytes(StandardCharsets.UTF_8), codec.encode(progress));
    record
        .headers()
        .add("content-type", ContentType.of(wire.frame()).getBytes(StandardCharsets.UTF_8));
    return record;
  }
}
