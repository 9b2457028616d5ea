package org.vigie.core.route;

import java.io.Serializable;

/**
 * How far an event's own time may be from when it was recorded (ORDER §3). Part of what settled
 * alerts mean: the same events under other bounds may give other alerts.
 *
 * @param disorderMs D: how much earlier than its recording an event can count; time follows the
 *     newest recording at this distance
 * @param futureMs F: how much later than its recording an event can count
 * @param stalenessMs A: further apart than this is a dead letter; at least D and F
 */
public record TimeBounds(long disorderMs, long futureMs, long stalenessMs) implements Serializable {
  /** 10 s, 2 s, 24 h. */
  public static final TimeBounds DEFAULT = new TimeBounds(10_000, 2_000, 24 * 3_600_000L);

  public TimeBounds {
    if (disorderMs < 1 || futureMs < 0) {
      throw new IllegalArgumentException(
          "disorder " + disorderMs + " ms or future " + futureMs + " ms is too small");
    }
    if (stalenessMs < Math.max(disorderMs, futureMs)) {
      throw new IllegalArgumentException(
          "staleness " + stalenessMs + " ms is below disorder or future");
    }
  }
}
