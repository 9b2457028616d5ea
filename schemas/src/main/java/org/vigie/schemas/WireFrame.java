package org.vigie.schemas;

/** How a binary record says which schema it was written by: told by its first bytes, here only. */
public enum WireFrame {
  /** {@code C3 01}, 8 bytes of schema fingerprint (little-endian), then the record. */
  SINGLE_OBJECT(10),
  /** {@code 00}, 4 bytes of registry id (big-endian), then the record. */
  CONFLUENT(5),
  /** Neither. */
  UNKNOWN(0);

  static final byte SINGLE_OBJECT_FIRST = (byte) 0xC3;
  static final byte SINGLE_OBJECT_SECOND = 0x01;
  static final byte CONFLUENT_FIRST = 0x00;

  private final int headerBytes;

  WireFrame(int headerBytes) {
    this.headerBytes = headerBytes;
  }

  /** The frame of a record; one that is too short for its frame has none. */
  public static WireFrame of(byte[] bytes) {
    if (bytes.length >= SINGLE_OBJECT.headerBytes
        && bytes[0] == SINGLE_OBJECT_FIRST
        && bytes[1] == SINGLE_OBJECT_SECOND) {
      return SINGLE_OBJECT;
    }
    if (bytes.length >= CONFLUENT.headerBytes && bytes[0] == CONFLUENT_FIRST) {
      return CONFLUENT;
    }
    return UNKNOWN;
  }

  /** Bytes before the record itself. */
  public int headerBytes() {
    return headerBytes;
  }
}
