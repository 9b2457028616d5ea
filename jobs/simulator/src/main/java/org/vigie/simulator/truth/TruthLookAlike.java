package org.vigie.simulator.truth;

import java.util.Set;

/**
 * Someone who looks like a harm and is none.
 *
 * @param id number of the story
 * @param startMs when it begins, epoch milliseconds
 * @param subjects accounts, devices, places, rooms and hashes that an alert might be about
 */
public record TruthLookAlike(
    String id, String community, LookAlikeKind kind, long startMs, Set<String> subjects)
    implements TruthLine {
  public TruthLookAlike {
    subjects = Set.copyOf(subjects);
  }
}
