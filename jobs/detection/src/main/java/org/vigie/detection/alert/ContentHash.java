package org.vigie.detection.alert;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vigie.alert.Alert;
import org.vigie.schemas.JsonLineWriter;

/**
 * Hash of an alert over everything but the hash itself: the SHA-256 of its JSON line without it, so
 * that anyone can compute it again, in any language, from what {@code alerts show --json} prints.
 */
public final class ContentHash {
  private ContentHash() {}

  /** {@code sha256:} and 64 hexadecimal digits. */
  public static String of(Alert alert) {
    Alert without = Alert.newBuilder(alert).setContentHash(null).build();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(new JsonLineWriter().write(without));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
