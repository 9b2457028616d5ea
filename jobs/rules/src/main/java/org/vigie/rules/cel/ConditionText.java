package org.vigie.rules.cel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.ValueType;

/** Conditions as authors would write them, with the numbers that are in force. */
public final class ConditionText {
  private final Function<String, ValueType> typeOf;

  /**
   * A writer.
   *
   * @param typeOf type of a name, so that flags are shown as flags
   */
  public ConditionText(Function<String, ValueType> typeOf) {
    this.typeOf = typeOf;
  }

  /** All of it. */
  public String of(Condition condition) {
    if (condition instanceof Condition.Compare compare) {
      return clause(compare);
    }
    if (condition instanceof Condition.All all) {
      return all.of().stream().map(this::inner).collect(Collectors.joining(" && "));
    }
    if (condition instanceof Condition.Any any) {
      return any.of().stream().map(this::inner).collect(Collectors.joining(" || "));
    }
    Condition negated = ((Condition.Not) condition).of();
    return negated instanceof Condition.Compare compare
        ? negated(compare)
        : "!(" + of(negated) + ")";
  }

  /** The parts of a conjunction, or the condition itself. */
  public static List<Condition> clauses(Condition condition) {
    return condition instanceof Condition.All all ? all.of() : List.of(condition);
  }

  /** What a condition is made of; nothing for a comparison. */
  public static List<Condition> parts(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return List.of(not.of());
    }
    if (condition instanceof Condition.Any any) {
      return any.of();
    }
    return condition instanceof Condition.All all ? all.of() : List.of();
  }

  /** The names that a condition compares, in order, once each. */
  public static List<String> names(Condition condition) {
    List<String> names = new ArrayList<>();
    collect(condition, names);
    return names.stream().distinct().toList();
  }

  private static void collect(Condition condition, List<String> names) {
    if (condition instanceof Condition.Compare compare) {
      names.add(compare.name());
    } else if (condition instanceof Condition.Not not) {
      collect(not.of(), names);
    } else if (condition instanceof Condition.All all) {
      all.of().forEach(part -> collect(part, names));
    } else if (condition instanceof Condition.Any any) {
      any.of().forEach(part -> collect(part, names));
    }
  }

  private String clause(Condition.Compare compare) {
    if (isFlag(compare)) {
      return compare.name();
    }
    String operator =
        switch (compare.operator()) {
          case AT_LEAST -> " >= ";
          case AT_MOST -> " <= ";
          case EQUAL -> " == ";
        };
    return compare.name() + operator + number(compare.threshold());
  }

  private String negated(Condition.Compare compare) {
    if (isFlag(compare)) {
      return "!" + compare.name();
    }
    String operator =
        switch (compare.operator()) {
          case AT_LEAST -> " < ";
          case AT_MOST -> " > ";
          case EQUAL -> " != ";
        };
    return compare.name() + operator + number(compare.threshold());
  }

  private boolean isFlag(Condition.Compare compare) {
    return compare.threshold() == Fixed.ONE
        && compare.operator() == Condition.Operator.EQUAL
        && typeOf.apply(compare.name()) == ValueType.FLAG;
  }

  private String inner(Condition condition) {
    boolean simple =
        condition instanceof Condition.Compare
            || condition instanceof Condition.Not not && not.of() instanceof Condition.Compare;
    return simple ? of(condition) : "(" + of(condition) + ")";
  }

  /** A fixed-point number, to four significant digits. */
  public static String number(long fixed) {
    if (fixed == Fixed.UNKNOWN) {
      return "unknown";
    }
    if (fixed % Fixed.ONE == 0) {
      return Long.toString(fixed / Fixed.ONE);
    }
    BigDecimal value = BigDecimal.valueOf(Fixed.toDouble(fixed)).round(new MathContext(4));
    return value.stripTrailingZeros().toPlainString();
  }
}
