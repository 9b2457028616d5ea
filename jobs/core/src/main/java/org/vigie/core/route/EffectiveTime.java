package org.vigie.core.route;

import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.RecordedEvent;

/**
 * The time at which an event counts, a function of its record alone (ORDER §3): its own time,
 * within D before and F after it was recorded.
 *
 * @param timeMs effective time, epoch milliseconds
 * @param clamped whether that is not the time the event states
 * @param verdict whether the event may count at all
 */
public record EffectiveTime(long timeMs, boolean clamped, Verdict verdict) {
  /** D: how much earlier than its recording an event can count. */
  public static final long DISORDER_MS = 10_000;

  /** F: how much later than its recording an event can count. */
  public static final long FUTURE_MS = 2_000;

  /** A: further apart than this is a dead letter. */
  public static final long STALENESS_MS = 24 * 3_600_000L;

  /** Whether an event counts. */
  public enum Verdict {
    ACCEPTED,
    FUTURE_TIME,
    STALE
  }

  /** The effective time of an event. */
  public static EffectiveTime of(RecordedEvent recorded) {
    Event event = recorded.event();
    long statedMs = event.timeMs();
    long recordedMs = recorded.recordedMs();
    long timeMs = Math.max(recordedMs - DISORDER_MS, Math.min(recordedMs + FUTURE_MS, statedMs));
    boolean canBeStale = event instanceof Message || event instanceof Interaction;
    Verdict verdict = Verdict.ACCEPTED;
    if (statedMs > recordedMs + STALENESS_MS) {
      verdict = Verdict.FUTURE_TIME;
    } else if (canBeStale && statedMs < recordedMs - STALENESS_MS) {
      verdict = Verdict.STALE;
    }
    return new EffectiveTime(timeMs, timeMs != statedMs, verdict);
  }
}
