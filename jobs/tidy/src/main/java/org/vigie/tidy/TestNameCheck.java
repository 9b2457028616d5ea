package org.vigie.tidy;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tests are sentences, in classes that the build runs. */
final class TestNameCheck implements Check {
  private static final Set<String> TEST_ANNOTATIONS =
      Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");
  private static final Pattern SENTENCE =
      Pattern.compile("(?!test[A-Z])[a-z]+[A-Z0-9][A-Za-z0-9]*");
  private static final Pattern RUN_BY_THE_BUILD = Pattern.compile(".*(Test|ITCase)");

  @Override
  public String name() {
    return "TestName";
  }

  @Override
  public List<Violation> inspect(SourceFile file) {
    List<MethodDeclaration> tests =
        file.tree()
            .map(unit -> unit.findAll(MethodDeclaration.class, TestNameCheck::isTest))
            .orElse(List.of());
    List<Violation> found = new ArrayList<>();
    for (MethodDeclaration test : tests) {
      String symbol = Callables.symbol(test);
      if (!SENTENCE.matcher(test.getNameAsString()).matches()) {
        String message = symbol + " is not a sentence such as alertsOnTenthMessage";
        found.add(new Violation(name(), file.path(), symbol, Callables.line(test), 1, message));
      }
    }
    if (!tests.isEmpty()) {
      inspectTypes(file, found);
    }
    return found;
  }

  private void inspectTypes(SourceFile file, List<Violation> found) {
    for (TypeDeclaration<?> type : file.tree().orElseThrow().getTypes()) {
      String typeName = type.getNameAsString();
      if (!RUN_BY_THE_BUILD.matcher(typeName).matches()) {
        String message = typeName + " holds tests that never run: end its name in Test or ITCase";
        int line = Callables.lineOf(type.getName().getBegin());
        found.add(new Violation(name(), file.path(), typeName, line, 1, message));
      }
    }
  }

  private static boolean isTest(MethodDeclaration method) {
    return method.getAnnotations().stream()
        .anyMatch(annotation -> TEST_ANNOTATIONS.contains(annotation.getName().getIdentifier()));
  }
}
