package org.vigie.core.route;

import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.RecordedEvent;

/**
 * The time at which an event counts, a function of its record alone (ORDER §3): its own time,
 * within D before and F after it was recorded ({@link TimeBounds}).
 *
 * @param timeMs effective time, epoch milliseconds
 * @param clamped whether that is not the time the event states
 * @param verdict whether the event may count at all
 */
public record EffectiveTime(long timeMs, boolean clamped, Verdict verdict) {
  /** Whether an event counts. */
  public enum Verdict {
    ACCEPTED,
    FUTURE_TIME,
    STALE
  }

  /** The effective time of an event under the default bounds. */
  public static EffectiveTime of(RecordedEvent recorded) {
    return of(recorded, TimeBounds.DEFAULT);
  }

  /** The effective time of an event. */
  public static EffectiveTime of(RecordedEvent recorded, TimeBounds bounds) {
    Event event = recorded.event();
    long statedMs = event.timeMs();
    long recordedMs = recorded.recordedMs();
    long earliestMs = recordedMs - bounds.disorderMs();
    long timeMs = Math.max(earliestMs, Math.min(recordedMs + bounds.futureMs(), statedMs));
    boolean canBeStale = event instanceof Message || event instanceof Interaction;
    Verdict verdict = Verdict.ACCEPTED;
    if (statedMs > recordedMs + bounds.stalenessMs()) {
      verdict = Verdict.FUTURE_TIME;
    } else if (canBeStale && statedMs < recordedMs - bounds.stalenessMs()) {
      verdict = Verdict.STALE;
    }
    return new EffectiveTime(timeMs, timeMs != statedMs, verdict);
  }
}
