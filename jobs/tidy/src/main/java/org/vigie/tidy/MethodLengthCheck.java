package org.vigie.tidy;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.List;

/** A method must fit on a screen. */
final class MethodLengthCheck implements Check {
  static final int LINES_MAX = 60;

  @Override
  public String name() {
    return "MethodLength";
  }

  @Override
  public List<Violation> inspect(SourceFile file) {
    List<Violation> found = new ArrayList<>();
    file.tree().map(Callables::of).orElse(List.of()).forEach(node -> inspect(file, node, found));
    return found;
  }

  private void inspect(SourceFile file, Node callable, List<Violation> found) {
    int first = Callables.line(callable);
    int lines = Callables.lineOf(callable.getEnd()) - first + 1;
    if (lines > LINES_MAX) {
      String symbol = Callables.symbol(callable);
      String message = "%s has %d lines; at most %d".formatted(symbol, lines, LINES_MAX);
      found.add(new Violation(name(), file.path(), symbol, first, lines, message));
    }
  }
}
