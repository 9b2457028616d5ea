package org.vigie.schemas.standing;

/** What may be said of an alert at present (ORDER §4). */
public enum Phase {
  /** Said on arrival: it may be taken back, unless it is certain. */
  PROVISIONAL,
  /** Settled: nothing that was recorded can change this revision. */
  SETTLED,
  /** Said on arrival and taken back; nothing was ever settled. */
  WITHDRAWN,
  /**
   * Said on arrival, then its instant was settled without it, as after a crash; nothing was ever
   * settled.
   */
  VOID;

  /** Whether there is something to look at. */
  public boolean isCurrent() {
    return this == PROVISIONAL || this == SETTLED;
  }
}
