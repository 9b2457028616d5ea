package org.vigie.core.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Everything that judges an instant: features, guards, rules and the community's parameters.
 *
 * @param effectiveFromMs instants from this time on are judged by it, epoch milliseconds
 */
public record RuleSet(
    List<Feature> features,
    List<Guard> guards,
    List<Rule> rules,
    AgeModel ages,
    long effectiveFromMs) {
  public RuleSet {
    features = List.copyOf(features);
    guards = List.copyOf(guards);
    rules = List.copyOf(rules);
  }

  /** {@code sha256:} and the hex digest of its content; names the bundle in alerts. */
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
