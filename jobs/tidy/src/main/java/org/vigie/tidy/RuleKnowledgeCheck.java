package org.vigie.tidy;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rules are data: the engine knows no rule by its id and does not branch on a harm. */
final class RuleKnowledgeCheck implements Check {
  private static final Pattern ENGINE = Pattern.compile("jobs/(core|rules|detection)/src/main/.*");

  private static final Pattern RULE_ID = Pattern.compile("[GASCMDRB][1-9][0-9]?");
  private static final Pattern HARM_CONSTANT = Pattern.compile("(?:.*\\.)?Harm\\.[A-Z]\\w+");
  private static final Pattern HARM_SELECTOR = Pattern.compile("(?i)(?:.*\\W)?harm(\\(\\))?");

  @Override
  public String name() {
    return "RuleKnowledge";
  }

  @Override
  public List<Violation> inspect(SourceFile file) {
    List<Violation> found = new ArrayList<>();
    if (ENGINE.matcher(file.path()).matches()) {
      file.tree().ifPresent(unit -> inspect(file, unit, found));
    }
    return found;
  }

  private void inspect(SourceFile file, CompilationUnit unit, List<Violation> found) {
    for (StringLiteralExpr literal : unit.findAll(StringLiteralExpr.class)) {
      if (RULE_ID.matcher(literal.asString()).matches()) {
        found.add(violation(file, literal));
      }
    }
    for (Expression expression : unit.findAll(Expression.class, this::branchesOnHarm)) {
      found.add(violation(file, expression));
    }
  }

  /** An expression that compares with a harm, or that a switch over harms selects by. */
  private boolean branchesOnHarm(Expression expression) {
    if (expression instanceof BinaryExpr comparison) {
      return HARM_CONSTANT.matcher(comparison.getLeft().toString()).matches()
          || HARM_CONSTANT.matcher(comparison.getRight().toString()).matches();
    }
    boolean selects =
        expression
            .getParentNode()
            .filter(parent -> parent instanceof SwitchNode choice && isSelector(choice, expression))
            .isPresent();
    return selects && HARM_SELECTOR.matcher(expression.toString()).matches();
  }

  @SuppressWarnings("ReferenceEquality") // the labels of a switch may have the same text
  private static boolean isSelector(SwitchNode choice, Expression expression) {
    return choice.getSelector() == expression;
  }

  private Violation violation(SourceFile file, Node node) {
    String message = node + ": rules are data; put what it decides into the rule";
    int line = Callables.lineOf(node.getBegin());
    return new Violation(name(), file.path(), node.toString(), line, 1, message);
  }
}
