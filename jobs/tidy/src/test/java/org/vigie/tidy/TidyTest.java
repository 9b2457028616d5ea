package org.vigie.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the whole repository to the house style. */
class TidyTest {
  private static final Path ROOT = SourceTree.rootAbove(Path.of(""));

  @Test
  void repositoryKeepsTheHouseStyle() throws IOException {
    List<Violation> violations =
        SourceTree.read(ROOT).stream()
            .flatMap(file -> Check.all().stream().flatMap(check -> check.inspect(file).stream()))
            .toList();
    ExceptionList exceptions =
        ExceptionList.parse(Files.readAllLines(ROOT.resolve("jobs/tidy/exceptions.txt")));

    assertThat(exceptions.reconcile(violations)).isEmpty();
  }

  @Test
  void readsTheSourcesOfEveryModule() throws IOException {
    List<String> paths = SourceTree.read(ROOT).stream().map(SourceFile::path).toList();

    assertThat(paths)
        .contains("pom.xml", "jobs/tidy/src/main/java/org/vigie/tidy/Check.java")
        .anyMatch(path -> path.startsWith("jobs/core/src/main/java/"))
        .anyMatch(path -> path.startsWith("schemas/src/main/java/"))
        .noneMatch(path -> path.contains("/target/"));
  }
}
