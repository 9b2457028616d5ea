package org.vigie.rules.lexicon;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.core.event.SignalCode;

/**
 * Phrases that hint at codes, in one language.
 *
 * @param score of every signal that comes of it: a hint, below {@link
 *     org.vigie.core.event.Signal#STRONG}
 * @param phrases by code, as written
 */
public record Lexicon(String language, double score, Map<SignalCode, List<String>> phrases)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int HASH_DIGITS = 8;

  public Lexicon {
    TreeMap<SignalCode, List<String>> sorted = new TreeMap<>();
    phrases.forEach((code, of) -> sorted.put(code, List.copyOf(of)));
    phrases = Map.copyOf(sorted);
  }

  /** The codes that it can hint at. */
  public Set<SignalCode> codes() {
    return phrases.keySet();
  }

  /** Language and content, such as {@code lexicon/en@1a2b3c4d}: the model that signals come of. */
  public String model() {
    String content = score + " " + new TreeMap<>(phrases);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      String hash = HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
      return "lexicon/" + language + "@" + hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
