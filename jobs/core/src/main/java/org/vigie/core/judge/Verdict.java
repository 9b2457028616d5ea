package org.vigie.core.judge;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.rule.Severity;

/**
 * What a rule that fired says, with every number that it rests on.
 *
 * @param claim severity that the rule claims
 * @param severity the claim after guards
 * @param standsAlone whether HIGH or CRITICAL needs no second family
 * @param families mask of {@link org.vigie.core.rule.Family#bit}
 * @param weight product of (1 − effect) over the guards that apply, fixed-point
 */
public record Verdict(
    Severity claim,
    Severity severity,
    boolean standsAlone,
    int families,
    long weight,
    List<Clause> clauses,
    List<GuardEffect> guards) {
  private static final Severity[] SEVERITIES = Severity.values();

  public Verdict {
    clauses = List.copyOf(clauses);
    guards = List.copyOf(guards);
  }

  /**
   * One comparison that the rule made.
   *
   * @param observed fixed-point, or unknown
   * @param threshold fixed-point
   */
  public record Clause(String name, long observed, long threshold) {}

  /**
   * One guard with a known value.
   *
   * @param value fixed-point value of its feature
   * @param effect share of the weight that it took, 0 if it did not apply
   */
  public record GuardEffect(String name, long value, long effect) {}

  /** Packs it. */
  public void write(ByteWriter out) {
    out.octet(claim.ordinal()).octet(severity.ordinal()).flag(standsAlone);
    out.number(families).number(weight).number(clauses.size());
    for (Clause clause : clauses) {
      out.text(clause.name()).signed(clause.observed()).signed(clause.threshold());
    }
    out.number(guards.size());
    for (GuardEffect guard : guards) {
      out.text(guard.name()).signed(guard.value()).number(guard.effect());
    }
  }

  /** Reads what {@link #write} packed. */
  public static Verdict read(ByteReader in) {
    Severity claim = SEVERITIES[in.octet()];
    Severity severity = SEVERITIES[in.octet()];
    boolean standsAlone = in.flag();
    int families = in.count();
    long weight = in.number();
    List<Clause> clauses = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      clauses.add(new Clause(in.text(), in.signed(), in.signed()));
    }
    List<GuardEffect> guards = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      guards.add(new GuardEffect(in.text(), in.signed(), in.number()));
    }
    return new Verdict(claim, severity, standsAlone, families, weight, clauses, guards);
  }
}
