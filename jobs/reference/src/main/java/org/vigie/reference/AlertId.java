package org.vigie.reference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.vigie.core.rule.Harm;

/** The id of an alert (page ¶26): a UUID of version 5, as RFC 9562 §5.5 makes it. */
final class AlertId {
  private static final UUID NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private AlertId() {}

  static String of(String community, Harm harm, Subject subject) {
    String name =
        String.join("\0", "vigie", community, harm.name(), subject.kind().name(), subject.id());
    ByteBuffer digest = ByteBuffer.wrap(sha1(name.getBytes(StandardCharsets.UTF_8)));
    long high = (digest.getLong() & ~0xF000L) | 0x5000L;
    long low = (digest.getLong() & ~(3L << 62)) | (2L << 62);
    return new UUID(high, low).toString();
  }

  private static byte[] sha1(byte[] name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .flip());
      return sha1.digest(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
