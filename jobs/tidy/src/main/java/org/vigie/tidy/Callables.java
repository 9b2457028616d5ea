package org.vigie.tidy;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.util.List;
import java.util.Optional;

/** Methods and constructors of a file, and how reports call them. */
final class Callables {
  private Callables() {}

  /** Methods, constructors and compact constructors, also of nested and anonymous types. */
  static List<Node> of(CompilationUnit unit) {
    return unit.findAll(
        Node.class,
        node ->
            node instanceof CallableDeclaration<?>
                || node instanceof CompactConstructorDeclaration);
  }

  /** {@code Type.method(2)}: the enclosing named type, the name and the number of parameters. */
  static String symbol(Node callable) {
    String type = "";
    for (Node at = callable; at != null && type.isEmpty(); at = at.getParentNode().orElse(null)) {
      type = at instanceof TypeDeclaration<?> named ? named.getNameAsString() : "";
    }
    int parameters =
        callable instanceof CallableDeclaration<?> declaration
            ? declaration.getParameters().size()
            : 0;
    return type
        + "."
        + ((NodeWithSimpleName<?>) callable).getNameAsString()
        + "("
        + parameters
        + ")";
  }

  /** Line of the name: annotations and comments before it do not count. */
  static int line(Node callable) {
    return lineOf(((NodeWithSimpleName<?>) callable).getName().getBegin());
  }

  static int lineOf(Optional<Position> position) {
    return position.map(at -> at.line).orElse(1);
  }
}
