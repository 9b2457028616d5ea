package org.vigie.detection.rules;

import java.io.Serializable;
import java.util.List;
import org.vigie.core.rule.RuleSet;

/**
 * The history of rule sets as the client knows it at submission, so that the first event already
 * meets its rules; made where it is used.
 */
@FunctionalInterface
public interface KnownRules extends Serializable {
  /** At least one rule set; the first also judges everything before it. */
  List<RuleSet> ruleSets();
}
