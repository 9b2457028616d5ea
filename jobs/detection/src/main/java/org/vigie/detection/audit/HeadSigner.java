package org.vigie.detection.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.AuditEntry;
import org.vigie.schemas.audit.AuditSeal;
import org.vigie.schemas.audit.KeyText;

/** Signs heads, or leaves them as they are where there is no key. */
final class HeadSigner {
  /** Signs nothing. */
  static final HeadSigner NONE = new HeadSigner(null);

  private final @Nullable PrivateKey key;

  private HeadSigner(@Nullable PrivateKey key) {
    this.key = key;
  }

  /**
   * Signs by the key in a file.
   *
   * @param file its path; empty for none
   * @throws IllegalStateException if it can't be read or holds no key; nothing of it is quoted
   */
  static HeadSigner of(String file) {
    if (file.isEmpty()) {
      return NONE;
    }
    try {
      return new HeadSigner(KeyText.signing(Files.readString(Path.of(file))));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          AuditOptions.KEY_FILE.key()
              + " "
              + file
              + (e instanceof IOException ? " can't be read" : " " + e.getMessage())
              + "; write one with openssl genpkey -algorithm ed25519",
          e);
    }
  }

  AuditEntry sign(AuditEntry head, AuditSeal seal) {
    return key == null ? head : seal.signed(head, key);
  }
}
