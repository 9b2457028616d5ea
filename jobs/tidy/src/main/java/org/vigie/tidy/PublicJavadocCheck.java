package org.vigie.tidy;

import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;

/** A public type tells its role, also to a reader who never opens its callers. */
final class PublicJavadocCheck implements Check {
  @Override
  public String name() {
    return "PublicJavadoc";
  }

  @Override
  public List<Violation> inspect(SourceFile file) {
    if (file.isTest() || file.tree().isEmpty()) {
      return List.of();
    }
    List<Violation> found = new ArrayList<>();
    for (TypeDeclaration<?> type : file.tree().orElseThrow().findAll(TypeDeclaration.class)) {
      if (type.isPublic() && type.getJavadocComment().isEmpty()) {
        String symbol = type.getNameAsString();
        String message = symbol + " is public and has no Javadoc: say its role, units, errors";
        int line = Callables.lineOf(type.getName().getBegin());
        found.add(new Violation(name(), file.path(), symbol, line, 1, message));
      }
    }
    return found;
  }
}
