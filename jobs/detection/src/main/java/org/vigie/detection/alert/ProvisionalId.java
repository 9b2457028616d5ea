package org.vigie.detection.alert;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vigie.core.order.Input;

/**
 * Name of the one revision that an alert has at one instant: a hash of the alert, the instant and
 * the place among the alert's outputs there. What is said on arrival, what takes it back and what
 * is settled of it have the same, at any replay.
 */
final class ProvisionalId {
  private static final int BYTES = 16;

  private ProvisionalId() {}

  /** 32 hexadecimal digits for an output of CASES, whose key is the alert's id. */
  static String of(Input output) {
    byte[] eventId = output.root().id().getBytes(StandardCharsets.UTF_8);
    ByteBuffer name = ByteBuffer.allocate(3 * Long.BYTES + 2 * Integer.BYTES + eventId.length);
    name.putLong(output.key().high()).putLong(output.key().low());
    name.putLong(output.root().timeMs()).putInt(output.root().rank().ordinal());
    name.putInt(output.path().index()).put(eventId);
    byte[] digest = sha256().digest(name.array());
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
