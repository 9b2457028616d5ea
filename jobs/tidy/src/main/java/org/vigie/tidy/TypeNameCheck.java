package org.vigie.tidy;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names that say that something is there, but not what it does. */
final class TypeNameCheck implements Check {
  private static final Pattern EMPTY_TYPE_NAME =
      Pattern.compile("Base[A-Z].*|.*(Manager|Helper|Utils?|Impl|Base|Data|Info)");
  private static final Pattern EMPTY_PACKAGE_NAME =
      Pattern.compile("(?:.*\\.)?(utils?|helpers?|common|misc|impl|base|data|info)(?:\\..*)?");

  @Override
  public String name() {
    return "TypeName";
  }

  @Override
  public List<Violation> inspect(SourceFile file) {
    List<Violation> found = new ArrayList<>();
    file.tree().ifPresent(unit -> inspect(file, unit, found));
    return found;
  }

  private void inspect(SourceFile file, CompilationUnit unit, List<Violation> found) {
    unit.getPackageDeclaration()
        .filter(declared -> EMPTY_PACKAGE_NAME.matcher(declared.getNameAsString()).matches())
        .ifPresent(declared -> found.add(violation(file, declared.getNameAsString(), 1)));
    for (TypeDeclaration<?> type : unit.findAll(TypeDeclaration.class)) {
      String typeName = type.getNameAsString();
      if (EMPTY_TYPE_NAME.matcher(typeName).matches()) {
        found.add(violation(file, typeName, Callables.lineOf(type.getName().getBegin())));
      }
    }
  }

  private Violation violation(SourceFile file, String symbol, int line) {
    String message = symbol + " does not say what it does: name its role";
    return new Violation(name(), file.path(), symbol, line, 1, message);
  }
}
