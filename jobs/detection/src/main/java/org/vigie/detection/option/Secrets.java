package org.vigie.detection.option;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Keeps secret values out of whatever is printed or logged. */
public final class Secrets {
  /** What stands in place of a secret. */
  public static final String MASK = "******";

  /**
   * Parts of the names of options with secrets: those that Flink itself masks, and what Kafka
   * clients and registries know besides.
   */
  private static final List<String> SECRET_NAMES =
      List.of(
          "password",
          "passphrase",
          "secret",
          "token",
          "jaas",
          "credential",
          "apikey",
          "api-key",
          "api.key",
          "account.key",
          "service-key",
          "private",
          "keystore.key",
          "auth-params",
          "basic-auth",
          "basic.auth",
          "user.info",
          "userinfo",
          "http-headers",
          "assertion");

  /** {@code user:password@} in an address. */
  private static final Pattern USER_IN_ADDRESS = Pattern.compile("(?<=://)[^/@\\s]+@");

  private Secrets() {}

  /** Whether an option of this name holds a secret. */
  public static boolean isSecret(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return SECRET_NAMES.stream().anyMatch(name::contains);
  }

  /** A value as it may be shown. */
  public static String masked(String key, String value) {
    return isSecret(key) ? MASK : USER_IN_ADDRESS.matcher(value).replaceAll(MASK + "@");
  }

  /** Options as they may be shown, sorted by name. */
  public static Map<String, String> masked(Map<String, String> options) {
    Map<String, String> shown = new TreeMap<>();
    options.forEach((key, value) -> shown.put(key, masked(key, value)));
    return shown;
  }
}
