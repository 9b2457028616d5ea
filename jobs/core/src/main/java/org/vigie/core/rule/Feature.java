package org.vigie.core.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * One named value that rules read, computed once for all of them.
 *
 * @param id its name, snake_case
 * @param scope where it can be computed
 * @param windowMs the window (t − w, t]; 0 for measures without one
 * @param families families of evidence that a finding which used it belongs to; families of codes
 *     are added by the codes seen
 * @param onlyRises whether more events can never lower it, so that reaching a bar is certain
 */
public record Feature(
    String id,
    Scope scope,
    Measure measure,
    long windowMs,
    Set<Family> families,
    boolean onlyRises) {
  public Feature {
    families =
        families.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(families));
    if (windowMs < 0) {
      throw new IllegalArgumentException("window of " + id + " is negative");
    }
  }
}
