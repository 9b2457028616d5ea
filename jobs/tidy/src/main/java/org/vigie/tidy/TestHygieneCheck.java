package org.vigie.tidy;

import java.util.List;
import java.util.regex.Pattern;

/** Tests that sleep, read the clock, draw unseeded numbers or mock are tests of the weather. */
final class TestHygieneCheck implements Check {
  /** Classes that break the walls on purpose, to show that the walls hold. */
  private static final String PLANTED_FOLDER = "/planted/";

  // Brackets keep the pattern from finding itself.
  private static final Pattern UNSTEADY =
      Pattern.compile(
          "Thread\\.s[l]eep|TimeUnit\\.\\w+\\.s[l]eep|\\bMath[.:]+r[a]ndom"
              + "|\\bnew R[a]ndom\\(\\)|\\bSystem[.:]+c[u]rrentTimeMillis"
              + "|\\b(?:Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)[.:]+n[o]w\\b"
              + "|\\bThreadLocalR[a]ndom\\b|@D[i]sabled\\b"
              + "|org\\.m[o]ckito|org\\.junit\\.(?!jupiter|platform)\\w+");

  @Override
  public String name() {
    return "TestHygiene";
  }

  @Override
  public List<Violation> inspect(SourceFile file) {
    if (!file.isTest() || file.tree().isEmpty() || file.path().contains(PLANTED_FOLDER)) {
      return List.of();
    }
    String remedy = "use virtual time, a seed, a fake, a condition that is awaited, JUnit 5";
    return PatternCheck.find(this, file, UNSTEADY, remedy);
  }
}
