package org.vigie.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The hand-written wire form: strings behind a length byte, numbers as they are. */
final class ObservationSerializer extends TypeSerializerSingleton<Observation> {
  static final ObservationSerializer INSTANCE = new ObservationSerializer();

  private static final long serialVersionUID = 1;
  private static final int STRING_BYTES_MAX = 255;

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public Observation createInstance() {
    return new Observation("", "", "", "", 0, 0, new int[0], new short[0]);
  }

  @Override
  public Observation copy(Observation from) {
    return from;
  }

  @Override
  public Observation copy(Observation from, Observation reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(Observation observation, DataOutputView out) throws IOException {
    write(observation.eventId(), out);
    write(observation.community(), out);
    write(observation.sender(), out);
    write(observation.recipient(), out);
    out.writeLong(observation.timeMs());
    out.writeInt(observation.length());
    int signals = observation.codes().length;
    out.writeByte(signals);
    for (int i = 0; i < signals; i++) {
      out.writeInt(observation.codes()[i]);
      out.writeShort(observation.scores()[i]);
    }
  }

  @Override
  public Observation deserialize(DataInputView in) throws IOException {
    String eventId = read(in);
    String community = read(in);
    String sender = read(in);
    String recipient = read(in);
    long timeMs = in.readLong();
    int length = in.readInt();
    int signals = in.readUnsignedByte();
    int[] codes = new int[signals];
    short[] scores = new short[signals];
    for (int i = 0; i < signals; i++) {
      codes[i] = in.readInt();
      scores[i] = in.readShort();
    }
    return new Observation(eventId, community, sender, recipient, timeMs, length, codes, scores);
  }

  @Override
  public Observation deserialize(Observation reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public TypeSerializerSnapshot<Observation> snapshotConfiguration() {
    return new Snapshot();
  }

  private static void write(String text, DataOutputView out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > STRING_BYTES_MAX) {
      throw new IOException("a string of " + bytes.length + " bytes; the wire form takes 255");
    }
    out.writeByte(bytes.length);
    out.write(bytes);
  }

  private static String read(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readUnsignedByte()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Needs nothing beyond the class itself. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Observation> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
