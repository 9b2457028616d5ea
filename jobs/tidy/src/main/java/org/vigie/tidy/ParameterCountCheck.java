package org.vigie.tidy;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import java.util.ArrayList;
import java.util.List;

/**
 * Many parameters hide a missing type. The canonical constructor of a record is exempt: its
 * components are named by the contract, not by us.
 */
final class ParameterCountCheck implements Check {
  static final int PARAMETERS_MAX = 5;

  @Override
  public String name() {
    return "ParameterCount";
  }

  @Override
  public List<Violation> inspect(SourceFile file) {
    List<Violation> found = new ArrayList<>();
    file.tree().ifPresent(unit -> inspect(file, unit, found));
    return found;
  }

  private void inspect(SourceFile file, CompilationUnit unit, List<Violation> found) {
    for (CallableDeclaration<?> callable : unit.findAll(CallableDeclaration.class)) {
      int parameters = callable.getParameters().size();
      if (parameters > PARAMETERS_MAX && !isCanonical(callable)) {
        String symbol = Callables.symbol(callable);
        String message =
            "%s has %d parameters; at most %d: give those that belong together a record"
                .formatted(symbol, parameters, PARAMETERS_MAX);
        found.add(
            new Violation(
                name(), file.path(), symbol, Callables.line(callable), parameters, message));
      }
    }
  }

  private static boolean isCanonical(CallableDeclaration<?> callable) {
    return callable instanceof ConstructorDeclaration
        && callable
            .getParentNode()
            .filter(RecordDeclaration.class::isInstance)
            .map(RecordDeclaration.class::cast)
            .filter(type -> type.getParameters().size() == callable.getParameters().size())
            .isPresent();
  }
}
