package org.vigie.core.alert;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.vigie.core.order.Key;
import org.vigie.core.rule.Harm;

/**
 * Identity of an alert: a UUIDv5 (RFC 9562) of community, harm and subject, never of a rule or
 * time.
 */
public final class AlertId {
  /** RFC 9562's namespace for URLs. */
  private static final UUID NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private AlertId() {}

  /** The identity of the alert that a finding about a subject belongs to. */
  public static UUID of(Harm harm, Subject subject) {
    String name =
        String.join(
            "\0", "vigie", subject.community(), harm.name(), subject.kind().name(), subject.id());
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .array());
    ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = digest.getLong() & ~0xF000L | 0x5000L;
    long low = digest.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** Key of CASES for an alert. */
  public static Key key(UUID alertId) {
    return new Key(alertId.getMostSignificantBits(), alertId.getLeastSignificantBits());
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
