package org.vigie.detection.type;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.vigie.detection.decode.LogRecord;
import org.vigie.schemas.RecordKind;

/** A {@link LogRecord} between source and decoder, where these are not chained. */
final class LogRecordFormat extends Format<LogRecord> {
  private static final long serialVersionUID = 1L;
  private static final RecordKind[] KINDS = RecordKind.values();

  @Override
  @SuppressWarnings("EnumOrdinal") // the order of kinds is fixed within one job
  public void serialize(LogRecord record, DataOutputView target) throws IOException {
    target.writeByte(record.kind().ordinal());
    target.writeUTF(record.topic());
    target.writeInt(record.partition());
    target.writeLong(record.offset());
    target.writeLong(record.recordedMs());
    writeBlock(record.key(), target);
    writeBlock(record.payload(), target);
  }

  @Override
  public LogRecord deserialize(DataInputView source) throws IOException {
    return new LogRecord(
        KINDS[source.readByte()],
        source.readUTF(),
        source.readInt(),
        source.readLong(),
        source.readLong(),
        readBlock(source),
        readBlock(source));
  }

  @Override
  public TypeSerializerSnapshot<LogRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1: kind, topic, partition, offset, recorded, key, payload. */
  public static final class Snapshot extends FormatSnapshot<LogRecord> {
    public Snapshot() {
      super(1, LogRecordFormat::new);
    }
  }
}
