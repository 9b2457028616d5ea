package org.vigie.detection.audit;

import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.core.rule.RuleSet;
import org.vigie.detection.alert.JobMarks;

/** What the audit takes down of rules. */
final class RuleNotes {
  private RuleNotes() {}

  /** A run begins with a rule set. */
  static AuditEntry atStart(RuleSet ruleSet, long submittedMs) {
    return note(ruleSet, submittedMs);
  }

  /** A rule set came while the job ran: noted at the instant from which it judges. */
  static AuditEntry published(RuleSet ruleSet) {
    return note(ruleSet, Math.max(0, ruleSet.effectiveFromMs()));
  }

  private static AuditEntry note(RuleSet ruleSet, long timeMs) {
    long fromMs = ruleSet.effectiveFromMs();
    return AuditEntry.newBuilder()
        .setWriter("")
        .setSequence(0)
        .setKind(AuditKind.RULES_IN_FORCE)
        .setTime(timeMs)
        .setBundle(ruleSet.bundle())
        .setEffectiveFrom(fromMs > 0 ? fromMs : null)
        .setEngine(JobMarks.ENGINE)
        .build();
  }
}
