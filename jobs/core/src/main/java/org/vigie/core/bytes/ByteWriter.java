package org.vigie.core.bytes;

import com.dynatrace.hash4j.hashing.Hasher64;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vigie.core.event.Unknown;

/** Appends packed values to a growing array. Numbers are varints unless the name says otherwise. */
public final class ByteWriter {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int sizeBytes;

  public ByteWriter() {
    this(64);
  }

  /** A writer with room for {@code capacityBytes} before it grows. */
  public ByteWriter(int capacityBytes) {
    this.bytes = new byte[capacityBytes];
  }

  /** One byte, the lowest eight bits. */
  public ByteWriter octet(int value) {
    room(1);
    bytes[sizeBytes++] = (byte) value;
    return this;
  }

  /** A flag. */
  public ByteWriter flag(boolean value) {
    return octet(value ? 1 : 0);
  }

  /** A number that is rarely negative; 1 byte below 128. */
  public ByteWriter number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[sizeBytes++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[sizeBytes++] = (byte) rest;
    return this;
  }

  /** A number of either sign; small magnitudes are short. */
  public ByteWriter signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  /** A time in epoch milliseconds; {@link Unknown#TIME} takes one byte, others six or so. */
  public ByteWriter time(long timeMs) {
    // Unknown is the smallest number, which "either sign" puts last: one more wraps it to zero.
    return number(((timeMs << 1) ^ (timeMs >> 63)) + 1);
  }

  /** Eight bytes. */
  public ByteWriter fixed64(long value) {
    room(Long.BYTES);
    LONGS.set(bytes, sizeBytes, value);
    sizeBytes += Long.BYTES;
    return this;
  }

  /** A length and UTF-8. */
  public ByteWriter text(String value) {
    int length = value.length();
    room(length + 5);
    if (length < 128 && isAscii(value)) {
      bytes[sizeBytes++] = (byte) length;
      for (int i = 0; i < length; i++) {
        bytes[sizeBytes++] = (byte) value.charAt(i);
      }
      return this;
    }
    return block(value.getBytes(StandardCharsets.UTF_8));
  }

  /** A length and bytes. */
  public ByteWriter block(byte[] value) {
    return number(value.length).rest(value, 0);
  }

  /** The bytes of an array from an index to its end, without their length. */
  public ByteWriter rest(byte[] source, int from) {
    int lengthBytes = source.length - from;
    room(lengthBytes);
    System.arraycopy(source, from, bytes, sizeBytes, lengthBytes);
    sizeBytes += lengthBytes;
    return this;
  }

  /** Hash of what was written. */
  public long hash(Hasher64 hasher) {
    return hasher.hashBytesToLong(bytes, 0, sizeBytes);
  }

  /** Number of bytes written. */
  public int sizeBytes() {
    return sizeBytes;
  }

  /** A copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, sizeBytes);
  }

  private static boolean isAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private void room(int moreBytes) {
    if (sizeBytes + moreBytes > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, sizeBytes + moreBytes));
    }
  }
}
