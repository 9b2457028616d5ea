package org.vigie.reference;

import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Rule;

/**
 * What a rule found, with what an alert needs beside what it shows.
 *
 * @param claim before guards
 */
record Finding(
    Rule rule, Claim claim, Occasion occasion, Instant at, ReferenceFinding shown, Circle circle) {
  Subject subject() {
    return Subject.of(occasion);
  }

  /** What cool-down and superseding go by (page ¶23, ¶25). */
  Memory.Key memoryKey() {
    // 0012 ¶71: a link knows of no finding of another.
    String link = occasion instanceof Occasion.OfLink one ? one.way() + " " + one.id() : "";
    return new Memory.Key(rule.id(), subject(), shown.counterpart(), link);
  }

  /** What a later finding replaces an earlier one by (page ¶26). */
  Case.Slot slot() {
    return new Case.Slot(rule.id(), shown.counterpart(), shown.way());
  }
}
