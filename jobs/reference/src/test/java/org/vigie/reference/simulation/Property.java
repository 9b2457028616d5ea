package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.fold.RuleHistory;
import org.vigie.core.route.EffectiveTime;
import org.vigie.core.rule.FirstRules;
import org.vigie.core.rule.RuleSet;
import org.vigie.reference.ReferenceAlert;
import org.vigie.reference.ReferenceDetector;

/** Settled alerts are those of the reference, every revision, no more and no less (ORDER §5.1). */
final class Property {
  private static final RuleSet RULES = FirstRules.ruleSet();

  /** Compiled rules are for one thread each, and costly to make. */
  private static final ThreadLocal<RuleHistory> COMPILED =
      ThreadLocal.withInitial(() -> new RuleHistory(RULES));

  private Property() {}

  /** How a run of a log differs from the reference, if it does. */
  static Optional<String> failure(List<RecordedEvent> log, Dice dice, Plumbing plumbing) {
    long endMs = endMs(log);
    Settled settled;
    try {
      settled = pipeline(log, dice, plumbing).run();
    } catch (IllegalStateException | IllegalArgumentException e) {
      return Optional.of("the run ended with " + e);
    }
    if (!settled.conflicts().isEmpty()) {
      return Optional.of(settled.conflicts().get(0));
    }
    return difference(reference(log, endMs), SettledView.ofEngine(settled.alerts(Long.MAX_VALUE)));
  }

  static Pipeline pipeline(List<RecordedEvent> log, Dice dice, Plumbing plumbing) {
    return new Pipeline(log, endMs(log), Objects.requireNonNull(COMPILED.get()), dice, plumbing);
  }

  /** What must be settled at a time. */
  static List<ReferenceAlert> reference(List<RecordedEvent> log, long throughMs) {
    return SettledView.ofReference(new ReferenceDetector(RULES).settle(log, throughMs));
  }

  /** The greatest effective time, or what time it is once all partitions were read. */
  static long endMs(List<RecordedEvent> log) {
    long endMs = Long.MIN_VALUE;
    for (RecordedEvent recorded : log) {
      EffectiveTime time = EffectiveTime.of(recorded);
      if (time.verdict() == EffectiveTime.Verdict.ACCEPTED) {
        endMs = Math.max(endMs, time.timeMs());
      }
      endMs = Math.max(endMs, recorded.recordedMs() - EffectiveTime.DISORDER_MS - 1);
    }
    return endMs;
  }

  /** The first revision that one has and the other has not, or has otherwise. */
  static Optional<String> difference(List<ReferenceAlert> expected, List<ReferenceAlert> actual) {
    if (expected.equals(actual)) {
      return Optional.empty();
    }
    Set<ReferenceAlert> known = new HashSet<>(actual);
    List<String> lines = new ArrayList<>();
    expected.stream()
        .filter(one -> !known.contains(one))
        .findFirst()
        .ifPresent(one -> lines.add("expected, not settled: " + one));
    Set<ReferenceAlert> wanted = new HashSet<>(expected);
    actual.stream()
        .filter(one -> !wanted.contains(one))
        .findFirst()
        .ifPresent(one -> lines.add("settled, not expected: " + one));
    return Optional.of(String.join("\n", lines));
  }
}
