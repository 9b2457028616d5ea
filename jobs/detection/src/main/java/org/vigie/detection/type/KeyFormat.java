package org.vigie.detection.type;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.vigie.core.order.Key;

/** A {@link Key}: 16 bytes. It is the key of all state, so its layout can't change. */
final class KeyFormat extends Format<Key> {
  private static final long serialVersionUID = 1L;
  private static final int LENGTH_BYTES = 16;

  @Override
  public int getLength() {
    return LENGTH_BYTES;
  }

  @Override
  public void serialize(Key key, DataOutputView target) throws IOException {
    target.writeLong(key.high());
    target.writeLong(key.low());
  }

  @Override
  public Key deserialize(DataInputView source) throws IOException {
    return new Key(source.readLong(), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<Key> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1: high, low. */
  public static final class Snapshot extends FormatSnapshot<Key> {
    public Snapshot() {
      super(1, KeyFormat::new);
    }
  }
}
