package org.vigie.rules.cel;

import java.util.Arrays;
import java.util.Optional;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Condition.Operator;
import org.vigie.core.rule.Fixed;

/** How CEL compares, and what the engine makes of it. */
enum Comparison {
  AT_LEAST("_>=_"),
  AT_MOST("_<=_"),
  ABOVE("_>_"),
  BELOW("_<_"),
  EQUAL("_==_"),
  UNEQUAL("_!=_");

  private final String function;

  Comparison(String function) {
    this.function = function;
  }

  static Optional<Comparison> of(String function) {
    return Arrays.stream(values()).filter(known -> known.function.equals(function)).findFirst();
  }

  /** A function of CEL as authors write it. */
  static String written(String function) {
    if (function.equals("_?_:_")) {
      return "c ? a : b";
    }
    return function.contains("_") && function.chars().noneMatch(Character::isLetter)
        ? function.replace("_", " ").strip()
        : function.replace("@", "") + "()";
  }

  boolean isExact() {
    return this == EQUAL || this == UNEQUAL;
  }

  /** The same with sides exchanged. */
  Comparison mirrored() {
    return switch (this) {
      case AT_LEAST -> AT_MOST;
      case AT_MOST -> AT_LEAST;
      case ABOVE -> BELOW;
      case BELOW -> ABOVE;
      case EQUAL -> EQUAL;
      case UNEQUAL -> UNEQUAL;
    };
  }

  /**
   * The engine's condition.
   *
   * @param whole both sides are whole numbers, so that above 3 is at least 4, and is shown so
   */
  Condition lower(String name, long bar, boolean whole) {
    return switch (this) {
      case AT_LEAST -> new Condition.Compare(name, Operator.AT_LEAST, bar);
      case AT_MOST -> new Condition.Compare(name, Operator.AT_MOST, bar);
      case ABOVE ->
          whole
              ? new Condition.Compare(name, Operator.AT_LEAST, bar + Fixed.ONE)
              : new Condition.Not(new Condition.Compare(name, Operator.AT_MOST, bar));
      case BELOW ->
          whole
              ? new Condition.Compare(name, Operator.AT_MOST, bar - Fixed.ONE)
              : new Condition.Not(new Condition.Compare(name, Operator.AT_LEAST, bar));
      case EQUAL -> new Condition.Compare(name, Operator.EQUAL, bar);
      case UNEQUAL -> new Condition.Not(new Condition.Compare(name, Operator.EQUAL, bar));
    };
  }
}
