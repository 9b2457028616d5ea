package org.vigie.detection.type;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Serializer of an immutable type in one fixed layout: copies are the value itself, and two
 * serializers of one class are equal.
 *
 * @param <T> an immutable type
 */
abstract class Format<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  @Override
  @SuppressWarnings("NullAway") // Flink allows null for types that are never reused
  public T createInstance() {
    return null;
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public T copy(T from, T reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  @SuppressWarnings("EqualsGetClass") // Flink compares serializers by class
  public boolean equals(@Nullable Object other) {
    return other != null && other.getClass() == getClass();
  }

  @Override
  public int hashCode() {
    return getClass().hashCode();
  }

  /** A block of bytes, or −1 for null. */
  static void writeBlock(byte @Nullable [] block, DataOutputView target) throws IOException {
    if (block == null) {
      target.writeInt(-1);
    } else {
      target.writeInt(block.length);
      target.write(block);
    }
  }

  /** What {@link #writeBlock} wrote. */
  static byte @Nullable [] readBlock(DataInputView source) throws IOException {
    int lengthBytes = source.readInt();
    if (lengthBytes < 0) {
      return null;
    }
    byte[] block = new byte[lengthBytes];
    source.readFully(block);
    return block;
  }
}
