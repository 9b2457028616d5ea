package org.vigie.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds the whole repository to the house style, without exception: the list of exceptions shrank
 * to nothing and is gone.
 */
class TidyTest {
  private static final Path ROOT = SourceTree.rootAbove(Path.of(""));

  @Test
  void repositoryKeepsTheHouseStyle() throws IOException {
    List<Violation> violations =
        SourceTree.read(ROOT).stream()
            .flatMap(file -> Check.all().stream().flatMap(check -> check.inspect(file).stream()))
            .toList();
    assertThat(violations).isEmpty();
  }

  /** Words for places in the README: {@code core/…/age/AgeInference} and the like. */
  @Test
  void readmeNamesFilesThatExist() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Matcher named = Pattern.compile("`(core|rules|detection)/…/([A-Za-z/]+)`").matcher(readme);
    int count = 0;
    for (; named.find(); count++) {
      String module = named.group(1);
      assertThat(
              ROOT.resolve("jobs/" + module + "/src/main/java/org/vigie/" + module)
                  .resolve(named.group(2) + ".java"))
          .exists();
    }
    assertThat(count).isGreaterThan(10);
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
