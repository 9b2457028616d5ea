package org.vigie.detection.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Path;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;

/** An {@link Input} on its way between stops. */
final class InputFormat extends Format<Input> {
  private static final long serialVersionUID = 1L;
  private static final int ID_BYTES_MAX = 0xFFFF;
  private static final StopName[] STOPS = StopName.values();
  private static final Rank[] RANKS = Rank.values();

  @Override
  @SuppressWarnings("EnumOrdinal") // stops and ranks are append-only
  public void serialize(Input input, DataOutputView target) throws IOException {
    target.writeByte(input.stop().ordinal());
    target.writeLong(input.key().high());
    target.writeLong(input.key().low());
    Root root = input.root();
    target.writeLong(root.timeMs());
    target.writeByte(root.rank().ordinal());
    writeId(root.id(), target);
    Path path = input.path();
    target.writeByte(path.producer().ordinal());
    target.writeLong(path.tag());
    target.writeInt(path.index());
    target.writeBoolean(input.amends());
    writeBlock(input.payload(), target);
  }

  @Override
  public Input deserialize(DataInputView source) throws IOException {
    StopName stop = STOPS[source.readByte()];
    Key key = new Key(source.readLong(), source.readLong());
    Root root = new Root(source.readLong(), RANKS[source.readByte()], readId(source));
    Path path = new Path(STOPS[source.readByte()], source.readLong(), source.readInt());
    return new Input(stop, key, root, path, source.readBoolean(), readBlock(source));
  }

  /** Bytes at once: {@code writeUTF} goes letter by letter, on both sides. */
  private static void writeId(String id, DataOutputView target) throws IOException {
    byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
    if (utf8.length > ID_BYTES_MAX) {
      throw new IOException("an id of " + utf8.length + " bytes; at most 65,535 can be sent");
    }
    target.writeShort(utf8.length);
    target.write(utf8);
  }

  private static String readId(DataInputView source) throws IOException {
    byte[] utf8 = new byte[source.readUnsignedShort()];
    source.readFully(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Override
  public TypeSerializerSnapshot<Input> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1: stop, key, root, path, amends, payload. */
  public static final class Snapshot extends FormatSnapshot<Input> {
    public Snapshot() {
      super(1, InputFormat::new);
    }
  }
}
