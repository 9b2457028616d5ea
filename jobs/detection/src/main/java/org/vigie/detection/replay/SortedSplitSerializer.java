package org.vigie.detection.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Remembers in a checkpoint how far a sorted file was read. Version 1: path, position, each. */
final class SortedSplitSerializer implements SimpleVersionedSerializer<SortedSplit> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(SortedSplit split) throws IOException {
    return toBytes(List.of(split));
  }

  @Override
  public SortedSplit deserialize(int version, byte[] serialized) throws IOException {
    return fromBytes(version, serialized).get(0);
  }

  /** The same for what no reader has yet. */
  SimpleVersionedSerializer<Collection<SortedSplit>> ofAll() {
    return new SimpleVersionedSerializer<>() {
      @Override
      public int getVersion() {
        return VERSION;
      }

      @Override
      public byte[] serialize(Collection<SortedSplit> splits) throws IOException {
        return toBytes(splits);
      }

      @Override
      public Collection<SortedSplit> deserialize(int version, byte[] serialized)
          throws IOException {
        return fromBytes(version, serialized);
      }
    };
  }

  private static byte[] toBytes(Collection<SortedSplit> splits) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeInt(splits.size());
    for (SortedSplit split : splits) {
      out.writeUTF(split.path());
      out.writeLong(split.positionBytes());
    }
    return out.getCopyOfBuffer();
  }

  private static List<SortedSplit> fromBytes(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("split of version " + version + "; this engine reads " + VERSION);
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    List<SortedSplit> splits = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      splits.add(new SortedSplit(in.readUTF(), in.readLong()));
    }
    return splits;
  }
}
