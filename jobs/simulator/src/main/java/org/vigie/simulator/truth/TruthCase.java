package org.vigie.simulator.truth;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A harm that was planted.
 *
 * @param id number of the story
 * @param actors accounts that do harm
 * @param victims accounts that are harmed or would be
 * @param subjects what an alert about it may be about: actors, their devices, places, rooms,
 *     hashes, and victims where the harm is seen on them only
 * @param startMs first act, epoch milliseconds
 * @param harmfulStepMs when what is to be prevented happens (image sent, meeting, payment); empty
 *     where there is no such step
 * @param belowBecause why little of it shows: few, slow, partial, veiled, encrypted, age hidden;
 *     empty where all of it shows. Decided by what was drawn, never by what a rule asks for.
 * @param actsMs when the actors acted, in order, epoch milliseconds
 * @param reachedMs when each victim was first acted upon
 */
public record TruthCase(
    String id,
    String community,
    PlantedHarm planted,
    Set<String> actors,
    Set<String> victims,
    Set<String> subjects,
    long startMs,
    OptionalLong harmfulStepMs,
    Set<String> belowBecause,
    List<Long> actsMs,
    Map<String, Long> reachedMs)
    implements TruthLine {
  public TruthCase {
    actors = Set.copyOf(actors);
    victims = Set.copyOf(victims);
    subjects = Set.copyOf(subjects);
    belowBecause = Set.copyOf(belowBecause);
    actsMs = List.copyOf(actsMs);
    reachedMs = Map.copyOf(reachedMs);
  }

  /** Whether all of it shows, so that it should be found. */
  public boolean isAbove() {
    return belowBecause.isEmpty();
  }
}
