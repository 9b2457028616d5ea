package org.vigie.detection.rules;

import java.util.ArrayList;
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
  private final ProfileChoice profiles;

  /**
   * Rules of files, each community under its profile.
   *
   * @throws IllegalArgumentException if they do not pass the check
   */
  public FileRules(RuleFiles files, ProfileChoice profiles) {
    this.files = files;
    this.profiles = profiles;
    ruleSets();
  }

  /**
   * Rules of files, each community under its profile, if they pass the check.
   *
   * @param diagnostics takes what is wrong
   */
  public static Optional<FileRules> checked(
      RuleFiles files, ProfileChoice profiles, Diagnostics diagnostics) {
    boolean isRight = true;
    for (String profile : profiles.profiles()) {
      isRight &= Rulebooks.read(files, profile, diagnostics).isPresent();
    }
    return isRight && !diagnostics.hasErrors()
        ? Optional.of(new FileRules(files, profiles))
        : Optional.empty();
  }

  @Override
  public List<RuleSet> ruleSets() {
    List<RuleSet> ruleSets = new ArrayList<>();
    ruleSets.add(rulebook(profiles.ofOthers()).ruleSet());
    profiles
        .communities()
        .forEach(
            (profile, communities) ->
                ruleSets.add(rulebook(profile).ruleSet().forCommunities(communities)));
    return ruleSets;
  }

  /** The files, understood anew under the profile of a community. */
  public Rulebook rulebookOf(String community) {
    return rulebook(profiles.of(community));
  }

  private Rulebook rulebook(String profile) {
    Diagnostics diagnostics = new Diagnostics();
    return Rulebooks.read(files, profile, diagnostics)
        .orElseThrow(
            () -> new IllegalArgumentException("the rules are wrong: " + diagnostics.all()));
  }
}
