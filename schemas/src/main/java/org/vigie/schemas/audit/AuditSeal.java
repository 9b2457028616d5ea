package org.vigie.schemas.audit;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import org.vigie.alert.AuditEntry;
import org.vigie.schemas.JsonLineWriter;

/**
 * Hash and signature of audit entries. The hash is the SHA-256 of the entry's JSON line without its
 * field {@code hash}, the signature is over the line without {@code signature} and {@code hash}: so
 * both can be computed again, in any language, from what {@code topics cat} prints.
 *
 * <p>Keeps what it writes with: one instance belongs to one thread.
 */
public final class AuditSeal {
  private static final String ALGORITHM = "Ed25519";

  private final JsonLineWriter writer = new JsonLineWriter();
  private final MessageDigest sha256 = sha256();

  /** {@code sha256:} and 64 hexadecimal digits, whatever hash the entry has. */
  public String hash(AuditEntry entry) {
    byte[] line = writer.write(AuditEntry.newBuilder(entry).setHash(null).build());
    return "sha256:" + HexFormat.of().formatHex(sha256.digest(line));
  }

  /** The same entry with its hash. */
  public AuditEntry sealed(AuditEntry entry) {
    return AuditEntry.newBuilder(entry).setHash(hash(entry)).build();
  }

  /**
   * The same entry with a signature, without a hash yet. The same key signs the same entry with the
   * same bytes.
   *
   * @param key a key for Ed25519
   * @throws IllegalArgumentException if it is none
   */
  public AuditEntry signed(AuditEntry entry, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(unsigned(entry));
      return AuditEntry.newBuilder(entry).setSignature(ByteBuffer.wrap(signature.sign())).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key can't sign by " + ALGORITHM, e);
    }
  }

  /** Whether the signature of an entry is one by a key. */
  public boolean isSignedBy(AuditEntry entry, PublicKey key) {
    ByteBuffer given = entry.getSignature();
    if (given == null) {
      return false;
    }
    byte[] bytes = new byte[given.remaining()];
    given.duplicate().get(bytes);
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(unsigned(entry));
      return signature.verify(bytes);
    } catch (GeneralSecurityException notOfItsForm) {
      return false;
    }
  }

  private byte[] unsigned(AuditEntry entry) {
    return writer.write(AuditEntry.newBuilder(entry).setSignature(null).setHash(null).build());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
