package org.vigie.detection.rules;

/**
 * A rule set on its way to the stops: whole and immutable, so that the order in which stops receive
 * bundles can't matter.
 *
 * @param name which built-in rule set ({@link BuiltInRules})
 * @param effectiveFromMs instants from this time on are judged by it, epoch milliseconds
 */
public record RuleBundle(String name, long effectiveFromMs) {
  public RuleBundle {
    if (!BuiltInRules.names().contains(name)) {
      throw new IllegalArgumentException(
          "rule set " + name + " is unknown; use one of " + BuiltInRules.names());
    }
  }

  /** Name and effective time: two bundles of one id are the same. */
  public String id() {
    return name + "@" + effectiveFromMs;
  }
}
