package org.vigie.reference;

import java.util.Optional;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;

/** What the recording of an event makes of its time (page ¶1, ORDER §3). */
final class Recording {
  private static final long DISORDER_MS = 10_000;
  private static final long FUTURE_MS = 2_000;
  private static final long STALE_MS = Days.DAY_MS;

  private Recording() {}

  /** Why an event is refused, if it is. */
  static Optional<Rejected.Reason> refusal(RecordedEvent recorded) {
    Event event = recorded.event();
    if (event.timeMs() > recorded.recordedMs() + STALE_MS) {
      return Optional.of(Rejected.Reason.FUTURE_TIME);
    }
    boolean canBeStale = event instanceof Message || event instanceof Interaction;
    if (canBeStale && event.timeMs() < recorded.recordedMs() - STALE_MS) {
      return Optional.of(Rejected.Reason.STALE);
    }
    return Optional.empty();
  }

  static long effectiveMs(RecordedEvent recorded) {
    long earliestMs = recorded.recordedMs() - DISORDER_MS;
    long latestMs = recorded.recordedMs() + FUTURE_MS;
    return Math.max(earliestMs, Math.min(latestMs, recorded.event().timeMs()));
  }

  static Instant instant(RecordedEvent recorded) {
    return new Instant(effectiveMs(recorded), rank(recorded.event()), recorded.event().eventId());
  }

  private static int rank(Event event) {
    if (event instanceof SessionEvent) {
      return Instant.ACCOUNT_LIFE;
    }
    if (event instanceof Interaction) {
      return Instant.INTERACTION;
    }
    if (event instanceof Message) {
      return Instant.MESSAGE;
    }
    if (event instanceof Review) {
      return Instant.REVIEW;
    }
    throw new IllegalArgumentException("no such kind of event: " + event);
  }
}
