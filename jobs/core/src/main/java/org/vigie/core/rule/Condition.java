package org.vigie.core.rule;

import java.util.List;

/**
 * A condition in three values: true, false, unknown. Unknown is neither: {@code All} of unknown and
 * false is false, {@code Any} of unknown and true is true, {@code Not} of unknown is unknown. A
 * rule fires on true alone.
 */
public sealed interface Condition {
  /** A condition that always holds. */
  Condition ALWAYS = new All(List.of());

  /** True when all of them are; true when there are none. */
  record All(List<Condition> of) implements Condition {
    public All {
      of = List.copyOf(of);
    }
  }

  /** True when one of them is. */
  record Any(List<Condition> of) implements Condition {
    public Any {
      of = List.copyOf(of);
    }
  }

  /** True when it is false. */
  record Not(Condition of) implements Condition {}

  /**
   * Compares a named value (a feature in {@code when}, a column in {@code where}) with a threshold;
   * unknown when the value is.
   *
   * @param threshold fixed-point, see {@link Fixed}
   */
  record Compare(String name, Operator operator, long threshold) implements Condition {}

  /** How to compare. */
  enum Operator {
    AT_LEAST,
    AT_MOST,
    EQUAL
  }

  /** All of them. */
  static Condition all(Condition... of) {
    return new All(List.of(of));
  }

  /** One of them. */
  static Condition any(Condition... of) {
    return new Any(List.of(of));
  }

  /** {@code name >= threshold}. */
  static Condition atLeast(String name, double threshold) {
    return new Compare(name, Operator.AT_LEAST, Fixed.of(threshold));
  }

  /** {@code name <= threshold}. */
  static Condition atMost(String name, double threshold) {
    return new Compare(name, Operator.AT_MOST, Fixed.of(threshold));
  }

  /** {@code name == value}. */
  static Condition equal(String name, double value) {
    return new Compare(name, Operator.EQUAL, Fixed.of(value));
  }
}
