package org.vigie.rules.cel;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Condition.Operator;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.ValueType;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.Place;
import org.vigie.rules.yaml.YamlScalar;

/**
 * The part of CEL that rules are written in: comparisons of a name with a number, flags, {@code
 * &&}, {@code ||}, {@code !}. Everything else is told, all of it at once.
 */
final class Dialect {
  private static final String AND = "_&&_";
  private static final String OR = "_||_";
  private static final String NOT = "!_";
  private static final String NEGATE = "-_";

  private final Names names;
  private final CelSource source;
  private final YamlScalar text;
  private final Diagnostics diagnostics;
  private int clauses;

  Dialect(Names names, CelSource source, YamlScalar text, Diagnostics diagnostics) {
    this.names = names;
    this.source = source;
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /** The condition of an expression; meaningless if something was told. */
  Condition lower(CelExpr expression) {
    Condition condition = clause(expression, 1);
    if (clauses > Conditions.CLAUSES_MAX) {
      diagnostics.add(
          DiagnosticCode.TOO_COMPLEX,
          text.place(),
          "the condition has " + clauses + " clauses",
          "at most " + Conditions.CLAUSES_MAX);
    }
    return condition;
  }

  private Condition clause(CelExpr expression, int depth) {
    if (depth > Conditions.DEPTH_MAX) {
      diagnostics.add(
          DiagnosticCode.TOO_COMPLEX,
          place(expression, 1),
          "the condition is nested " + depth + " levels deep here",
          "at most " + Conditions.DEPTH_MAX);
      return Condition.ALWAYS;
    }
    return switch (expression.getKind()) {
      case CALL -> call(expression, depth);
      case IDENT -> flag(expression, expression.ident().name());
      case CONSTANT -> constant(expression);
      case SELECT -> param(expression);
      case LIST, MAP, STRUCT, COMPREHENSION, NOT_SET -> foreign(expression, "this");
    };
  }

  private Condition call(CelExpr expression, int depth) {
    String function = expression.call().function();
    List<CelExpr> arguments = expression.call().args();
    return switch (function) {
      case AND -> new Condition.All(parts(expression, AND, depth));
      case OR -> new Condition.Any(parts(expression, OR, depth));
      case NOT -> new Condition.Not(clause(arguments.get(0), depth + 1));
      default ->
          Comparison.of(function)
              .map(comparison -> compare(expression, comparison))
              .orElseGet(() -> foreign(expression, Comparison.written(function)));
    };
  }

  /** {@code a && b && c} is one conjunction, however CEL nests it. */
  private List<Condition> parts(CelExpr expression, String function, int depth) {
    List<Condition> parts = new ArrayList<>();
    for (CelExpr part : expression.call().args()) {
      boolean same =
          part.getKind() == CelExpr.ExprKind.Kind.CALL && part.call().function().equals(function);
      if (same) {
        parts.addAll(parts(part, function, depth));
      } else {
        parts.add(clause(part, depth + 1));
      }
    }
    return parts;
  }

  private Condition flag(CelExpr expression, String name) {
    clauses++;
    ValueType type = typeOf(expression, name);
    if (type != null && type != ValueType.FLAG) {
      diagnostics.add(
          DiagnosticCode.WRONG_TYPE,
          place(expression, name.length()),
          name + " is " + words(type) + " and stands alone",
          "a comparison such as " + name + " >= 1");
    }
    return new Condition.Compare(name, Operator.EQUAL, Fixed.ONE);
  }

  private Condition constant(CelExpr expression) {
    diagnostics.add(
        DiagnosticCode.CONSTANT, place(expression, 1), "this is the same for everybody");
    return Condition.ALWAYS;
  }

  private Condition param(CelExpr expression) {
    paramValue(expression);
    diagnostics.add(
        DiagnosticCode.WRONG_TYPE,
        place(expression, 1),
        "a param stands alone",
        "a comparison such as stages >= params.stages_at_least");
    return Condition.ALWAYS;
  }

  private Condition foreign(CelExpr expression, String what) {
    diagnostics.add(
        DiagnosticCode.NOT_IN_DIALECT,
        place(expression, 1),
        what + " is not part of conditions",
        "a name compared with a number or params.name, flags, &&, ||, !");
    return Condition.ALWAYS;
  }

  private Condition compare(CelExpr expression, Comparison comparison) {
    clauses++;
    CelExpr left = expression.call().args().get(0);
    CelExpr right = expression.call().args().get(1);
    boolean leftNames = isName(left);
    if (leftNames && isName(right)) {
      typeOf(left, left.ident().name());
      typeOf(right, right.ident().name());
      diagnostics.add(
          DiagnosticCode.NOT_IN_DIALECT,
          place(right, right.ident().name().length()),
          "two " + names.what() + " are compared with each other",
          "a number or params.name; declare their share as a feature to relate them");
      return Condition.ALWAYS;
    }
    if (!leftNames && !isName(right)) {
      Function<CelExpr, Optional<String>> number = this::number;
      if (number.apply(left).isPresent() && number.apply(right).isPresent()) {
        diagnostics.add(DiagnosticCode.CONSTANT, place(expression, 2), "two numbers are compared");
      }
      return Condition.ALWAYS;
    }
    return leftNames
        ? compare(left, comparison, right)
        : compare(right, comparison.mirrored(), left);
  }

  private Condition compare(CelExpr named, Comparison comparison, CelExpr bar) {
    String name = named.ident().name();
    ValueType type = typeOf(named, name);
    if (type == ValueType.FLAG) {
      diagnostics.add(
          DiagnosticCode.WRONG_TYPE,
          place(named, name.length()),
          name + " is a flag and is compared",
          "`" + name + "` or `!" + name + "`");
      return Condition.ALWAYS;
    }
    Optional<String> number = number(bar);
    if (type == null || number.isEmpty()) {
      return Condition.ALWAYS;
    }
    boolean whole = !number.get().contains(".");
    if (comparison.isExact() && !(type == ValueType.WHOLE && whole)) {
      diagnostics.add(
          DiagnosticCode.EXACT_NUMBER,
          place(named, name.length()),
          type == ValueType.WHOLE
              ? name + " is a count and is never " + number.get()
              : name + " is measured and hardly ever exactly " + number.get(),
          ">= or <=");
    }
    long fixed = Fixed.of(Double.parseDouble(number.get()));
    return comparison.lower(name, fixed, type == ValueType.WHOLE && whole);
  }

  private static boolean isName(CelExpr expression) {
    return expression.getKind() == CelExpr.ExprKind.Kind.IDENT
        && !expression.ident().name().equals(Names.PARAMS);
  }

  /** The type of a name; null if it is not known, which is then told. */
  private @org.jspecify.annotations.Nullable ValueType typeOf(CelExpr expression, String name) {
    ValueType type = names.values().get(name);
    if (type == null) {
      diagnostics.unknown(
          DiagnosticCode.UNKNOWN_NAME,
          place(expression, name.length()),
          "none of the " + names.what() + " is called " + name,
          name,
          names.all());
    }
    return type;
  }

  /** A number as written; empty if it is none, which is then told. */
  private Optional<String> number(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> literal(expression, expression.constant());
      case SELECT -> paramValue(expression);
      case CALL -> negated(expression);
      case IDENT, LIST, MAP, STRUCT, COMPREHENSION, NOT_SET -> notANumber(expression);
    };
  }

  private Optional<String> literal(CelExpr expression, CelConstant constant) {
    if (constant.getKind() == CelConstant.Kind.INT64_VALUE) {
      return bounded(expression, Long.toString(constant.int64Value()));
    }
    if (constant.getKind() == CelConstant.Kind.DOUBLE_VALUE) {
      double value = constant.doubleValue();
      return bounded(expression, Math.abs(value) > 1e12 ? "1e13" : decimal(value));
    }
    return notANumber(expression);
  }

  private static String decimal(double value) {
    String plain = java.math.BigDecimal.valueOf(value).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  private Optional<String> bounded(CelExpr expression, String number) {
    if (Math.abs(Double.parseDouble(number)) > 1e9) {
      diagnostics.add(
          DiagnosticCode.OUT_OF_RANGE,
          place(expression, 1),
          "the number is too large",
          "up to 1e9");
      return Optional.empty();
    }
    return Optional.of(number);
  }

  private Optional<String> negated(CelExpr expression) {
    if (Comparison.of(expression.call().function()).isPresent()) {
      diagnostics.add(
          DiagnosticCode.NOT_IN_DIALECT,
          place(expression, 1),
          "a comparison is compared",
          "two comparisons joined by &&, such as stages >= 3 && stages <= 5");
      return Optional.empty();
    }
    if (expression.call().function().equals(NEGATE)) {
      return number(expression.call().args().get(0))
          .map(number -> number.startsWith("-") ? number.substring(1) : "-" + number);
    }
    foreign(expression, Comparison.written(expression.call().function()));
    return Optional.empty();
  }

  private Optional<String> notANumber(CelExpr expression) {
    diagnostics.add(
        DiagnosticCode.WRONG_TYPE,
        place(expression, 1),
        "a name is compared with what is no number",
        "a number or params.name");
    return Optional.empty();
  }

  private Optional<String> paramValue(CelExpr expression) {
    CelExpr operand = expression.select().operand();
    String field = expression.select().field();
    boolean ofParams =
        operand.getKind() == CelExpr.ExprKind.Kind.IDENT
            && operand.ident().name().equals(Names.PARAMS)
            && !expression.select().testOnly();
    if (!ofParams) {
      foreign(expression, "a field of something");
      return Optional.empty();
    }
    String value = names.params().get(field);
    if (value == null) {
      diagnostics.unknown(
          DiagnosticCode.UNKNOWN_NAME,
          place(operand, Names.PARAMS.length() + 1 + field.length()),
          "the rule has no param " + field,
          Names.PARAMS + "." + field,
          names.all().stream().filter(name -> name.startsWith(Names.PARAMS)).toList());
    }
    return Optional.ofNullable(value);
  }

  private Place place(CelExpr expression, int width) {
    CelExpr at = expression;
    while (at.getKind() == CelExpr.ExprKind.Kind.SELECT) {
      at = at.select().operand();
    }
    int codePoints = source.getPositionsMap().getOrDefault(at.id(), 0);
    int safe = Math.min(codePoints, text.text().codePointCount(0, text.text().length()));
    return text.place(text.text().offsetByCodePoints(0, safe), width);
  }

  private static String words(ValueType type) {
    return switch (type) {
      case FLAG -> "a flag";
      case WHOLE -> "a count";
      case NUMBER -> "a number";
      case TOKEN -> "a name";
    };
  }
}
