package org.vigie.schemas.registry;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where a registry is and how it is asked.
 *
 * @param urls its addresses, the first that answers is asked; each up to and without {@code
 *     /subjects}
 * @param timeout longest wait for one answer
 * @param patience longest wait, over all tries, before a question counts as not answered
 * @param access credentials and key stores
 */
public record RegistrySettings(
    List<URI> urls, Duration timeout, Duration patience, RegistryAccess access)
    implements Serializable {
  private static final Duration WAIT_MAX = Duration.ofMinutes(30);

  public RegistrySettings {
    urls = urls.stream().map(RegistrySettings::checked).toList();
    if (urls.isEmpty()) {
      throw new IllegalArgumentException("no registry is named; give at least one http(s) address");
    }
    requireRange("the registry's timeout", timeout, Duration.ofMillis(100));
    requireRange("the registry's patience", patience, Duration.ZERO);
  }

  private static URI checked(URI url) {
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web || url.getHost() == null) {
      throw new IllegalArgumentException(
          "the registry's address " + masked(url) + " is none; use http(s)://host:port/path");
    }
    if (url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "the registry's address "
              + masked(url)
              + " holds credentials; give them by their own options");
    }
    String text = url.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
  }

  private static String masked(URI url) {
    return url.toString().replaceFirst("//[^/@]*@", "//***@");
  }

  private static void requireRange(String what, Duration value, Duration least) {
    if (value.compareTo(least) < 0 || value.compareTo(WAIT_MAX) > 0) {
      throw new IllegalArgumentException(
          what + " " + value + " is not between " + least + " and " + WAIT_MAX);
    }
  }
}
