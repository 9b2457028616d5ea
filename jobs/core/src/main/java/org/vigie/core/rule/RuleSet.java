package org.vigie.core.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Everything that judges an instant: features, guards, rules and the community's parameters.
 *
 * @param effectiveFromMs instants from this time on are judged by it, epoch milliseconds
 * @param communities those that it judges; empty for all that no other one names
 * @param bundle {@code sha256:} and the hex digest of its content; names it in alerts
 */
public record RuleSet(
    List<Feature> features,
    List<Guard> guards,
    List<Rule> rules,
    AgeModel ages,
    long effectiveFromMs,
    Set<String> communities,
    String bundle) {
  public RuleSet {
    communities = Set.copyOf(communities);
    features = List.copyOf(features);
    guards = List.copyOf(guards);
    rules = List.copyOf(rules);
  }

  /** A rule set that came from no files: its own content is the bundle. */
  public RuleSet(
      List<Feature> features,
      List<Guard> guards,
      List<Rule> rules,
      AgeModel ages,
      long effectiveFromMs) {
    this(
        features,
        guards,
        rules,
        ages,
        effectiveFromMs,
        Set.of(),
        digest(List.of(features, guards, rules, ages).toString()));
  }

  /** The same rules, in force from another time on. */
  public RuleSet effectiveFrom(long timeMs) {
    return new RuleSet(features, guards, rules, ages, timeMs, communities, bundle);
  }

  /** The same rules, for some communities. */
  public RuleSet forCommunities(Set<String> names) {
    return new RuleSet(features, guards, rules, ages, effectiveFromMs, names, bundle);
  }

  private static String digest(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
