package org.vigie.chaos.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.simulator.SimulatedEvent;

/**
 * A simulated world that is lived through in a minute: its events one after the other, each at the
 * moment at which it is really sent. What an event says of the future or the past, a meeting or an
 * incident, is moved to where the events around that moment are or will be sent, so that what
 * happens after a meeting still does.
 */
final class Town {
  /**
   * Below this an event was as good as at once in its world; here it would come hours of that world
   * late, and what is answered before what it answers.
   */
  private static final long AT_ONCE_MS = 1_000;

  /** One in so many comes late all the same, as from any telephone. */
  private static final int KEEPS_ITS_DELAY = 10;

  private final String name;
  private final List<SimulatedEvent> events;
  private final double msAnEvent;
  private final Map<Long, Long> moved = new HashMap<>();
  private int next;

  /**
   * A town of its own.
   *
   * @param name its communities are called by it
   * @param events in the order of their recording
   * @param msAnEvent how long it takes from one to the next
   */
  Town(String name, List<SimulatedEvent> events, double msAnEvent) {
    this.name = name;
    this.events = events;
    this.msAnEvent = msAnEvent;
  }

  boolean isOver() {
    return next == events.size();
  }

  /** The next event, sent at a time in epoch milliseconds. */
  SimulatedEvent next(long nowMs) {
    SimulatedEvent event = events.get(next);
    SimulatedEvent sent =
        new SimulatedEvent(
            nowMs,
            event.kind(),
            event.key(),
            Retimed.by(
                nowMs - toldMs(event), event.record(), name, timeMs -> moved(timeMs, nowMs)));
    next++;
    return sent;
  }

  /** What becomes the time of sending: when it was recorded, or when it happened. */
  private long toldMs(SimulatedEvent event) {
    long timeMs = EventEncoder.timeMs(event.record());
    boolean isAtOnce = event.recordedMs() - timeMs < AT_ONCE_MS && next % KEEPS_ITS_DELAY != 0;
    return isAtOnce ? timeMs : event.recordedMs();
  }

  /** The same moment is the same, whoever tells of it. */
  private long moved(long timeMs, long nowMs) {
    return moved.computeIfAbsent(
        timeMs, unmoved -> nowMs + Math.round((place(unmoved) - next) * msAnEvent));
  }

  /** How many events are recorded before a time. */
  private int place(long timeMs) {
    int low = 0;
    int high = events.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).recordedMs() < timeMs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
