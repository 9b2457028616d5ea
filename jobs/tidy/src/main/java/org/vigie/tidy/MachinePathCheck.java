package org.vigie.tidy;

import java.util.List;
import java.util.regex.Pattern;

/** A path of one machine works on that machine only. */
final class MachinePathCheck implements Check {
  // Brackets keep the pattern from finding itself.
  private static final Pattern MACHINE_PATH =
      Pattern.compile(
          "(?<![\\w.}~*)\\]-])/(?:h[o]me|r[o]ot|w[o]rk|U[s]ers|m[n]t|t[m]p)/[\\w.-]*|\\b[A-Z]:\\\\+U[s]ers");

  @Override
  public String name() {
    return "MachinePath";
  }

  @Override
  public List<Violation> inspect(SourceFile file) {
    return PatternCheck.find(
        this, file, MACHINE_PATH, "use a path from the repository or an option");
  }
}
