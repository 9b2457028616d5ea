package org.vigie.tidy;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Deep branches are read backwards: branch in the caller, return early. */
final class NestingCheck implements Check {
  static final int DEPTH_MAX = 3;

  private static final Set<Class<? extends Node>> DEEPENING =
      Set.of(
          IfStmt.class,
          ForStmt.class,
          ForEachStmt.class,
          WhileStmt.class,
          DoStmt.class,
          SwitchStmt.class,
          SwitchExpr.class,
          TryStmt.class,
          SynchronizedStmt.class);

  @Override
  public String name() {
    return "Nesting";
  }

  @Override
  public List<Violation> inspect(SourceFile file) {
    List<Violation> found = new ArrayList<>();
    file.tree().map(Callables::of).orElse(List.of()).forEach(node -> inspect(file, node, found));
    return found;
  }

  private void inspect(SourceFile file, Node callable, List<Violation> found) {
    int depth = depth(callable, 0);
    if (depth > DEPTH_MAX) {
      String symbol = Callables.symbol(callable);
      String message =
          "%s nests %d deep; at most %d: return early or name the inner part"
              .formatted(symbol, depth, DEPTH_MAX);
      found.add(
          new Violation(name(), file.path(), symbol, Callables.line(callable), depth, message));
    }
  }

  private static int depth(Node node, int outer) {
    int deepest = outer;
    for (Node child : node.getChildNodes()) {
      // Methods of a local or anonymous class are measured on their own.
      if (!(child instanceof BodyDeclaration<?>)) {
        deepest = Math.max(deepest, depth(child, outer + (deepens(child, node) ? 1 : 0)));
      }
    }
    return deepest;
  }

  @SuppressWarnings("ReferenceEquality") // two branches with equal text are still two branches
  private static boolean deepens(Node child, Node parent) {
    boolean elseIf =
        parent instanceof IfStmt branch
            && child instanceof IfStmt
            && branch.getElseStmt().filter(other -> other == child).isPresent();
    return DEEPENING.contains(child.getClass()) && !elseIf;
  }
}
