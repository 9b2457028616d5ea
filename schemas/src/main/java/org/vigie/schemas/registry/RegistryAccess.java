package org.vigie.schemas.registry;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a registry wants to see. Null is: not set.
 *
 * @param user for basic authentication
 * @param password the user's password; kept out of {@link #toString}
 * @param trust store of certificates to trust instead of the JDK's
 * @param identity store of our own key and certificate, for mutual TLS
 */
public record RegistryAccess(
    @Nullable String user,
    @Nullable Secret password,
    @Nullable KeyFile trust,
    @Nullable KeyFile identity)
    implements Serializable {
  public RegistryAccess {
    if ((user == null) != (password == null)) {
      throw new IllegalArgumentException(
          "basic authentication at the registry needs a user and a password; give both or none");
    }
  }

  /** Open to everybody. */
  public static RegistryAccess open() {
    return new RegistryAccess(null, null, null, null);
  }

  /**
   * A file of keys: PKCS#12 or JKS, or certificates in PEM ({@code .pem}, {@code .crt}).
   *
   * @param file its path where the job runs
   * @param password what opens it, if anything does
   */
  public record KeyFile(String file, Optional<Secret> password) implements Serializable {}
}
