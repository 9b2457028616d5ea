package org.vigie.core.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.core.alert.Finding;
import org.vigie.core.cases.CaseState.Held;
import org.vigie.core.judge.Verdict;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Severity;

/**
 * How severe an alert is: the highest finding that still holds, HIGH and CRITICAL only with a
 * second family of evidence or from a rule that stands alone (DOMAIN §2).
 *
 * @param families mask over findings that hold
 * @param score 1 − Π (1 − weight · worth), fixed-point
 */
record Assessment(Severity severity, int families, long score, boolean certain) {
  private static final Comparator<Held> CANONICAL =
      Comparator.comparing((Held held) -> held.finding().rule())
          .thenComparing(held -> held.finding().counterpart())
          .thenComparing(held -> held.finding().via());

  static Assessment of(CaseState state) {
    int families = 0;
    boolean certain = true;
    List<Held> holding = sorted(state);
    holding.removeIf(Held::superseded);
    for (Held held : holding) {
      families |= held.finding().verdict().families();
      certain &= held.finding().certain() && !held.finding().forced();
    }
    Severity severity = Severity.LOW;
    long doubt = Fixed.ONE;
    for (Held held : holding) {
      Finding finding = held.finding();
      severity = severity.or(shown(finding.verdict(), families));
      long worth = Fixed.times(finding.verdict().weight(), worth(finding.verdict().claim()));
      doubt = Fixed.times(doubt, Fixed.ONE - worth);
    }
    return new Assessment(severity, families, Fixed.ONE - doubt, certain && !holding.isEmpty());
  }

  static List<Held> sorted(CaseState state) {
    List<Held> sorted = new ArrayList<>();
    state.findings.forEach(sorted::add);
    sorted.sort(CANONICAL);
    return sorted;
  }

  private static Severity shown(Verdict verdict, int families) {
    boolean needsMore =
        verdict.severity().compareTo(Severity.HIGH) >= 0
            && !verdict.standsAlone()
            && Integer.bitCount(families) < 2;
    return needsMore ? Severity.MEDIUM : verdict.severity();
  }

  private static long worth(Severity claim) {
    return switch (claim) {
      case LOW -> Fixed.of(0.25);
      case MEDIUM -> Fixed.of(0.5);
      case HIGH -> Fixed.of(0.75);
      case CRITICAL -> Fixed.of(0.95);
    };
  }
}
