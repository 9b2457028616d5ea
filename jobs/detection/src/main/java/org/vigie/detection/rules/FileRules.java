package org.vigie.detection.rules;

import java.util.List;
import java.util.Optional;
import org.vigie.core.rule.RuleSet;
import org.vigie.rules.bundle.RuleFiles;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.Rulebooks;
import org.vigie.rules.diagnostic.Diagnostics;

/**
 * The live rules of files that were read where the job was submitted, and go to the stops as text:
 * what was checked there is what judges here.
 */
public final class FileRules implements KnownRules {
  private static final long serialVersionUID = 1L;

  private final RuleFiles files;
  private final String profile;

  /**
   * Rules of files under a profile.
   *
   * @throws IllegalArgumentException if they do not pass the check
   */
  public FileRules(RuleFiles files, String profile) {
    this.files = files;
    this.profile = profile;
    rulebook();
  }

  /**
   * Rules of files under a profile, if they pass the check.
   *
   * @param diagnostics takes what is wrong
   */
  public static Optional<FileRules> checked(
      RuleFiles files, String profile, Diagnostics diagnostics) {
    boolean isRight =
        Rulebooks.read(files, profile, diagnostics).isPresent() && !diagnostics.hasErrors();
    return isRight ? Optional.of(new FileRules(files, profile)) : Optional.empty();
  }

  @Override
  public List<RuleSet> ruleSets() {
    return List.of(rulebook().ruleSet());
  }

  /** The files, understood anew. */
  public Rulebook rulebook() {
    Diagnostics diagnostics = new Diagnostics();
    return Rulebooks.read(files, profile, diagnostics)
        .orElseThrow(
            () -> new IllegalArgumentException("the rules are wrong: " + diagnostics.all()));
  }
}
