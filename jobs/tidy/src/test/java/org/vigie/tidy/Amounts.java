package org.vigie.tidy;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import java.util.Map;
import java.util.Optional;

/** Reads what an expression of the simulator amounts to, where it is written as it is. */
final class Amounts {
  private static final Map<String, Double> CLOCK_MS =
      Map.of("SECOND_MS", 1e3, "MINUTE_MS", 6e4, "HOUR_MS", 3.6e6, "DAY_MS", 8.64e7);

  private final CompilationUnit unit;

  /**
   * Reads expressions of a file.
   *
   * @param unit names its own constants
   */
  Amounts(CompilationUnit unit) {
    this.unit = unit;
  }

  /** The amount; empty of what is drawn or computed when it runs. */
  Optional<Amount> of(Expression expression) {
    if (expression.isIntegerLiteralExpr() || expression.isLongLiteralExpr()) {
      String digits = expression.toString().replaceAll("[_Ll]", "");
      return Optional.of(new Amount(Amount.COUNT, Long.decode(digits)));
    }
    if (expression.isDoubleLiteralExpr()) {
      return Optional.of(new Amount(Amount.SHARE, expression.asDoubleLiteralExpr().asDouble()));
    }
    if (expression.isEnclosedExpr()) {
      return of(expression.asEnclosedExpr().getInner());
    }
    if (expression.isBinaryExpr()) {
      return product(expression.asBinaryExpr());
    }
    String name = expression.toString().replaceFirst(".*\\.", "");
    Double clockMs = CLOCK_MS.get(name);
    return clockMs == null ? constant(name) : Optional.of(new Amount(Amount.DURATION, clockMs));
  }

  private Optional<Amount> product(BinaryExpr product) {
    Optional<Amount> left = of(product.getLeft());
    Optional<Amount> right = of(product.getRight());
    if (product.getOperator() != BinaryExpr.Operator.MULTIPLY
        || left.isEmpty()
        || right.isEmpty()) {
      return Optional.empty();
    }
    boolean isDuration =
        left.get().unit().equals(Amount.DURATION) || right.get().unit().equals(Amount.DURATION);
    double value = left.get().value() * right.get().value();
    return Optional.of(new Amount(isDuration ? Amount.DURATION : left.get().unit(), value));
  }

  private Optional<Amount> constant(String name) {
    return unit.findAll(VariableDeclarator.class).stream()
        .filter(one -> one.getNameAsString().equals(name) && name.matches("[A-Z][A-Z_0-9]*"))
        .flatMap(one -> one.getInitializer().stream())
        .findFirst()
        .flatMap(this::of);
  }
}
