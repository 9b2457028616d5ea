package org.vigie.reference.simulation;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.fold.RuleHistory;
import org.vigie.core.route.EffectiveTime;
import org.vigie.core.route.TimeBounds;
import org.vigie.core.rule.RuleSet;
import org.vigie.reference.ReferenceAlert;
import org.vigie.reference.ReferenceDetector;
import org.vigie.rules.bundle.RuleFiles;
import org.vigie.rules.bundle.Rulebooks;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.rules.diagnostic.Diagnostics;

/** Settled alerts are those of the reference, every revision, no more and no less (ORDER §5.1). */
final class Property {
  /** By the rules that ship. */
  private static final Property SHIPPED =
      new Property(
          List.of(
              ShippedRules.ruleSet(),
              underProfile("social-gaming").forCommunities(Set.of(Chronicle.SECOND_COMMUNITY))));

  /** By rules over every word that rules can use. */
  static final Property WORDS = new Property(List.of(WordRules.ruleSet()));

  private final List<RuleSet> rules;

  /** Compiled rules are for one thread each, and costly to make. */
  private final ThreadLocal<RuleHistory> compiled;

  private Property(List<RuleSet> rules) {
    this.rules = rules;
    this.compiled = ThreadLocal.withInitial(() -> history(rules));
  }

  /** The rules that ship, under two profiles. */
  static RuleHistory shippedHistory() {
    return history(SHIPPED.rules);
  }

  private static RuleHistory history(List<RuleSet> rules) {
    RuleHistory history = new RuleHistory(rules.get(0));
    rules.forEach(history::add);
    return history;
  }

  private static RuleSet underProfile(String profile) {
    return Rulebooks.read(RuleFiles.shipped(), profile, new Diagnostics()).orElseThrow().ruleSet();
  }

  /** How a run of a log differs from the reference, if it does. */
  static Optional<String> failure(List<RecordedEvent> log, Dice dice, Plumbing plumbing) {
    return SHIPPED.differs(log, dice, plumbing);
  }

  /** The same; who wants to hears what the reference says. */
  static Optional<String> failure(
      List<RecordedEvent> log,
      Dice dice,
      Plumbing plumbing,
      Consumer<List<ReferenceAlert>> witness) {
    return SHIPPED.differs(log, dice, plumbing, witness);
  }

  /** The same by these rules. */
  Optional<String> differs(List<RecordedEvent> log, Dice dice, Plumbing plumbing) {
    return differs(log, dice, plumbing, expected -> {});
  }

  private Optional<String> differs(
      List<RecordedEvent> log,
      Dice dice,
      Plumbing plumbing,
      Consumer<List<ReferenceAlert>> witness) {
    long endMs = endMs(log);
    Settled settled;
    try {
      settled = run(log, dice, plumbing).run();
    } catch (RuntimeException e) {
      return Optional.of("the run ended with " + e);
    }
    if (!settled.conflicts().isEmpty()) {
      return Optional.of(settled.conflicts().get(0));
    }
    List<ReferenceAlert> expected = expected(log, endMs);
    witness.accept(expected);
    return difference(expected, SettledView.ofEngine(settled.alerts(Long.MAX_VALUE)));
  }

  static Pipeline pipeline(List<RecordedEvent> log, Dice dice, Plumbing plumbing) {
    return SHIPPED.run(log, dice, plumbing);
  }

  private Pipeline run(List<RecordedEvent> log, Dice dice, Plumbing plumbing) {
    return new Pipeline(log, endMs(log), Objects.requireNonNull(compiled.get()), dice, plumbing);
  }

  /** What must be settled at a time. */
  static List<ReferenceAlert> reference(List<RecordedEvent> log, long throughMs) {
    return SHIPPED.expected(log, throughMs);
  }

  /** The same by these rules. */
  List<ReferenceAlert> expected(List<RecordedEvent> log, long throughMs) {
    return SettledView.ofReference(new ReferenceDetector(rules).settle(log, throughMs));
  }

  /** The greatest effective time, or what time it is once all partitions were read. */
  static long endMs(List<RecordedEvent> log) {
    long endMs = Long.MIN_VALUE;
    for (RecordedEvent recorded : log) {
      EffectiveTime time = EffectiveTime.of(recorded);
      if (time.verdict() == EffectiveTime.Verdict.ACCEPTED) {
        endMs = Math.max(endMs, time.timeMs());
      }
      endMs = Math.max(endMs, recorded.recordedMs() - TimeBounds.DEFAULT.disorderMs() - 1);
    }
    return endMs;
  }

  /** The first revision that one has and the other has not, or has otherwise. */
  static Optional<String> difference(List<ReferenceAlert> expected, List<ReferenceAlert> actual) {
    if (expected.equals(actual)) {
      return Optional.empty();
    }
    int first = 0;
    while (first < Math.min(expected.size(), actual.size())
        && expected.get(first).equals(actual.get(first))) {
      first++;
    }
    Optional<ReferenceAlert> wanted = expected.stream().skip(first).findFirst();
    Optional<ReferenceAlert> found = actual.stream().skip(first).findFirst();
    if (wanted.map(Property::name).equals(found.map(Property::name))) {
      return Optional.of(fields(wanted.orElseThrow(), found.orElseThrow()));
    }
    return Optional.of("expected %s%nsettled %s".formatted(wanted, found));
  }

  private static String name(ReferenceAlert alert) {
    return alert.alertId() + " revision " + alert.revision();
  }

  private static String fields(ReferenceAlert wanted, ReferenceAlert found) {
    StringBuilder fields = new StringBuilder(name(wanted)).append(" of ").append(wanted.harm());
    for (RecordComponent field : ReferenceAlert.class.getRecordComponents()) {
      try {
        Object one = field.getAccessor().invoke(wanted);
        Object other = field.getAccessor().invoke(found);
        if (!Objects.equals(one, other)) {
          fields.append("%n%s: expected %s%n  settled %s".formatted(field.getName(), one, other));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return fields.toString();
  }
}
