package org.vigie.detection.alert;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vigie.alert.Alert;
import org.vigie.schemas.JsonLineWriter;

/**
 * Hash of an alert over everything but the hash itself: the SHA-256 of its JSON line without it, so
 * that anyone can compute it again, in any language, from what {@code alerts show --json} prints.
 *
 * <p>Keeps what it writes with: one instance belongs to one thread.
 */
final class ContentHash {
  private static final int POSITION = Alert.getClassSchema().getField("content_hash").pos();

  private final JsonLineWriter writer = new JsonLineWriter();
  private final MessageDigest sha256 = sha256();

  /** {@code sha256:} and 64 hexadecimal digits, whatever hash the alert has. */
  String of(Alert alert) {
    return alert.getContentHash() == null
        ? ofUnhashed(alert)
        : ofUnhashed(Alert.newBuilder(alert).setContentHash(null).build());
  }

  /**
   * Puts the hash into an alert, without copying it: it must be new, and nobody else's yet.
   *
   * @return the alert
   */
  Alert putInto(Alert alert) {
    alert.put(POSITION, of(alert));
    return alert;
  }

  private String ofUnhashed(Alert alert) {
    return "sha256:" + HexFormat.of().formatHex(sha256.digest(writer.write(alert)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
