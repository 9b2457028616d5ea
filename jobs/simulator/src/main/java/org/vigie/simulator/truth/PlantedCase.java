package org.vigie.simulator.truth;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.alert.Harm;
import org.vigie.alert.SubjectKind;

/**
 * A harm that was planted, and the alert that should come of it.
 *
 * @param name what it is called in reports
 * @param indicator which of the documented indicators it was made to show
 * @param harm expected harm
 * @param subjectKind expected kind of subject
 * @param subject expected subject
 * @param actors accounts and devices of whoever does harm: an alert about any of them is no mistake
 * @param targets accounts that are harmed or would be
 * @param harmfulStepMs when the harm to be prevented happens, epoch milliseconds; empty where
 *     nothing is left to prevent
 * @param nextTarget the account that is to be warned before that step; empty where there is none
 */
public record PlantedCase(
    String name,
    String indicator,
    Harm harm,
    SubjectKind subjectKind,
    String subject,
    Set<String> actors,
    Set<String> targets,
    OptionalLong harmfulStepMs,
    Optional<String> nextTarget) {
  public PlantedCase {
    actors = Set.copyOf(actors);
    targets = Set.copyOf(targets);
    if (!actors.contains(subject)) {
      throw new IllegalArgumentException(name + ": the subject is one of the actors");
    }
  }

  /** Actors and targets, by name. */
  public Set<String> everybody() {
    Set<String> all = new TreeSet<>(actors);
    all.addAll(targets);
    return all;
  }
}
