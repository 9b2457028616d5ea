package org.vigie.core.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote, in the same order. */
public final class ByteReader {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private int position;

  public ByteReader(byte[] bytes) {
    this(bytes, 0);
  }

  /** From a byte on. */
  public ByteReader(byte[] bytes, int start) {
    this.bytes = bytes;
    this.position = start;
  }

  /** One byte, 0..255. */
  public int octet() {
    return bytes[position++] & 0xFF;
  }

  /** A flag. */
  public boolean flag() {
    return octet() != 0;
  }

  /** A varint. */
  public long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes[position++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalStateException("a number of more than ten bytes at " + position);
  }

  /** A varint that is a size or an index. */
  public int count() {
    return Math.toIntExact(number());
  }

  /** A number of either sign. */
  public long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A time in epoch milliseconds, or {@link org.vigie.core.event.Unknown#TIME}. */
  public long time() {
    long value = number() - 1;
    return (value >>> 1) ^ -(value & 1);
  }

  /** Eight bytes. */
  public long fixed64() {
    long value = (long) LONGS.get(bytes, position);
    position += Long.BYTES;
    return value;
  }

  /** A text. */
  public String text() {
    int lengthBytes = count();
    String value = new String(bytes, position, lengthBytes, StandardCharsets.UTF_8);
    position += lengthBytes;
    return value;
  }

  /** A block of bytes, copied. */
  public byte[] block() {
    int lengthBytes = count();
    byte[] value = Arrays.copyOfRange(bytes, position, position + lengthBytes);
    position += lengthBytes;
    return value;
  }

  /** Index of the byte that is read next. */
  public int position() {
    return position;
  }

  /** Whether everything was read. */
  public boolean isAtEnd() {
    return position == bytes.length;
  }
}
