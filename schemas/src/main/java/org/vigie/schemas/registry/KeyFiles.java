package org.vigie.schemas.registry;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.registry.RegistryAccess.KeyFile;

/** Makes of key files what TLS needs. */
final class KeyFiles {
  private KeyFiles() {}

  /**
   * TLS with these files, the JDK's own where none is named.
   *
   * @throws IOException if a file can't be read or opened; the message names it
   */
  static SSLContext context(RegistryAccess access) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManagerFactory keys = null;
      if (access.identity() != null) {
        keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(access.identity()), password(access.identity()));
      }
      TrustManagerFactory trust = null;
      if (access.trust() != null) {
        trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(access.trust()));
      }
      context.init(
          keys == null ? null : keys.getKeyManagers(),
          trust == null ? null : trust.getTrustManagers(),
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS can't be set up: " + e.getMessage(), e);
    }
  }

  private static KeyStore store(KeyFile keys) throws IOException, GeneralSecurityException {
    try {
      boolean pem = keys.file().endsWith(".pem") || keys.file().endsWith(".crt");
      return pem ? certificates(keys) : KeyStore.getInstance(new File(keys.file()), password(keys));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(
          "the key file " + keys.file() + " can't be opened: " + e.getMessage(), e);
    }
  }

  private static KeyStore certificates(KeyFile keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(Path.of(keys.file()))) {
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("certificate-" + number, one);
        number++;
      }
    }
    return store;
  }

  private static char @Nullable [] password(KeyFile keys) throws IOException {
    return keys.password().isPresent() ? keys.password().get().reveal().toCharArray() : null;
  }
}
