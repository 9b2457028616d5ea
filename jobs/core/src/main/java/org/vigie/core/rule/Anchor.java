package org.vigie.core.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an event must come after to count: one of several things, at most so long before it.
 *
 * @param signs events of the pair that bear one of them
 * @param by who sent those, as the judged account sees it
 * @param withinMs at most so long before, milliseconds
 */
public record Anchor(Signs signs, By by, Set<Moment> moments, long withinMs) {
  public Anchor {
    EnumSet<Moment> ordered = EnumSet.noneOf(Moment.class);
    ordered.addAll(moments);
    moments = Collections.unmodifiableSet(ordered);
  }

  /** A moment in the life of a pair. */
  public enum Moment {
    /** The pair's first act. */
    CONTACT(Family.CONTACT_GRAPH),
    /** The time of a meeting that has passed. */
    MEETING(Family.PLACE),
    /** The same of a meeting that was not at a public place. */
    PRIVATE_MEETING(Family.PLACE);

    private final Family family;

    Moment(Family family) {
      this.family = family;
    }

    /** The kind of evidence that it adds. */
    public Family family() {
      return family;
    }
  }

  /** Who sent an event of a pair. */
  public enum By {
    OWN,
    OTHER,
    EITHER
  }
}
