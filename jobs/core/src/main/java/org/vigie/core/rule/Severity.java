package org.vigie.core.rule;

/** How urgent an alert is. The order is the stored order: append only. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** This severity lowered by {@code steps}, never below LOW. */
  public Severity lowered(int steps) {
    return values()[Math.max(0, ordinal() - steps)];
  }

  /** The higher of the two. */
  public Severity or(Severity other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
