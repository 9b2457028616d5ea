package org.vigie.reference;

import java.util.function.ToLongFunction;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Fixed;

/** The three values of a condition, as {@link Condition} describes them. */
enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  /** What a condition is, given the values of the names that it compares. */
  static Truth of(Condition condition, ToLongFunction<String> values) {
    if (condition instanceof Condition.Compare compare) {
      return compare(compare, values.applyAsLong(compare.name()));
    }
    if (condition instanceof Condition.Not not) {
      return of(not.of(), values).negated();
    }
    if (condition instanceof Condition.All all) {
      Truth truth = TRUE;
      for (Condition part : all.of()) {
        truth = truth.and(of(part, values));
      }
      return truth;
    }
    if (condition instanceof Condition.Any any) {
      Truth truth = FALSE;
      for (Condition part : any.of()) {
        truth = truth.negated().and(of(part, values).negated()).negated();
      }
      return truth;
    }
    throw new IllegalArgumentException("no such kind of condition: " + condition);
  }

  private static Truth compare(Condition.Compare compare, long value) {
    if (value == Fixed.UNKNOWN) {
      return UNKNOWN;
    }
    boolean holds =
        switch (compare.operator()) {
          case AT_LEAST -> value >= compare.threshold();
          case AT_MOST -> value <= compare.threshold();
          case EQUAL -> value == compare.threshold();
        };
    return holds ? TRUE : FALSE;
  }

  private Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : TRUE;
  }

  Truth negated() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
