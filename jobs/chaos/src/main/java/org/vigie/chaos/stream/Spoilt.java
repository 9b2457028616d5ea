package org.vigie.chaos.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Records as a faulty producer sends them, each of which must be refused, by a code of its own. */
final class Spoilt {
  /** Where the fingerprint of the schema stands, behind the mark of the encoding. */
  private static final int FINGERPRINT_AT = 2;

  private static final int KINDS = 4;

  private Spoilt() {}

  /**
   * What becomes of an event.
   *
   * @param number decides what is wrong with it: its end is missing, it is of a schema that nobody
   *     knows, it is a line of text, it is empty
   */
  static byte[] of(byte[] value, long number) {
    return switch ((int) (number % KINDS)) {
      case 0 -> Arrays.copyOf(value, value.length / 2);
      case 1 -> strange(value);
      case 2 -> "{\"sender\": \"somebody\"}".getBytes(StandardCharsets.UTF_8);
      default -> new byte[0];
    };
  }

  private static byte[] strange(byte[] value) {
    byte[] strange = value.clone();
    strange[FINGERPRINT_AT] ^= 1;
    return strange;
  }
}
