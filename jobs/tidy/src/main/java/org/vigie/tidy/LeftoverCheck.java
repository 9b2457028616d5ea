package org.vigie.tidy;

import java.util.List;
import java.util.regex.Pattern;

/** Work that was put off belongs in the tracker, where someone can find it. */
final class LeftoverCheck implements Check {
  // Brackets keep the pattern from finding itself.
  private static final Pattern LEFTOVER = Pattern.compile("\\b(?:T[O]DO|F[I]XME|X[X]X|H[A]CK)\\b");

  @Override
  public String name() {
    return "Leftover";
  }

  @Override
  public List<Violation> inspect(SourceFile file) {
    return PatternCheck.find(this, file, LEFTOVER, "do it now, or open an issue");
  }
}
