package org.vigie.schemas.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys for Ed25519 in PEM, as {@code openssl genpkey} and {@code openssl pkey} write them. */
public final class KeyText {
  private static final String ALGORITHM = "Ed25519";
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private KeyText() {}

  /**
   * The key that signs.
   *
   * @param pem PKCS#8 without a password: {@code BEGIN PRIVATE KEY}
   * @throws IllegalArgumentException if it is none; the message quotes nothing of it
   */
  public static PrivateKey signing(String pem) {
    byte[] encoded = content(pem, "PRIVATE KEY");
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("holds no private key for Ed25519", e);
    }
  }

  /**
   * The key that signatures are checked by.
   *
   * @param pem {@code BEGIN PUBLIC KEY}
   * @throws IllegalArgumentException if it is none
   */
  public static PublicKey checking(String pem) {
    byte[] encoded = content(pem, "PUBLIC KEY");
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("holds no public key for Ed25519", e);
    }
  }

  private static byte[] content(String pem, String title) {
    Matcher found = PEM.matcher(pem);
    if (!found.find() || !found.group(1).equals(title)) {
      throw new IllegalArgumentException("holds no -----BEGIN " + title + "-----");
    }
    try {
      return Base64.getMimeDecoder().decode(found.group(2));
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("is not PEM", notBase64);
    }
  }
}
