package org.vigie.detection.type;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.vigie.core.event.Trace;
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
    writeTrace(record.trace(), target);
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
        readBlock(source),
        readTrace(source));
  }

  private static void writeTrace(Trace trace, DataOutputView target) throws IOException {
    target.writeBoolean(trace.isKnown());
    if (trace.isKnown()) {
      target.writeLong(trace.idHigh());
      target.writeLong(trace.idLow());
      target.writeLong(trace.parent());
      target.writeByte(trace.flags());
    }
  }

  private static Trace readTrace(DataInputView source) throws IOException {
    return source.readBoolean()
        ? new Trace(
            source.readLong(), source.readLong(), source.readLong(), source.readUnsignedByte())
        : Trace.NONE;
  }

  @Override
  public TypeSerializerSnapshot<LogRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 2: kind, topic, partition, offset, recorded, key, payload, trace. */
  public static final class Snapshot extends FormatSnapshot<LogRecord> {
    public Snapshot() {
      super(2, LogRecordFormat::new);
    }
  }
}
