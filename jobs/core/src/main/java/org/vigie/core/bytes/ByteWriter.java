package org.vigie.core.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Appends packed values to a growing array. Numbers are varints unless the name says otherwise. */
public final class ByteWriter {
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

  /** Eight bytes. */
  public ByteWriter fixed64(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[sizeBytes++] = (byte) (value >> shift);
    }
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
    number(value.length);
    room(value.length);
    System.arraycopy(value, 0, bytes, sizeBytes, value.length);
    sizeBytes += value.length;
    return this;
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
