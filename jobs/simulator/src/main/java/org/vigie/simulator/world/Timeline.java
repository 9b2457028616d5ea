package org.vigie.simulator.world;

import java.util.BitSet;
import java.util.PriorityQueue;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.simulator.SimulatedEvent;

/**
 * What has been drawn and not yet reached the log: it leaves in the order of recording. Holds what
 * is under way only, never the past nor the far future.
 */
final class Timeline {
  private static final long WEEK_MS = 7 * WorldSettings.DAY_MS;

  private final WorldSettings settings;
  private final WorldListener listener;
  private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
  private final BitSet activeThisWeek;
  private long passedMs;
  private long week;
  private long added;
  private long events;
  private long activeUserWeeks;
  private int waitingMax;

  Timeline(WorldSettings settings, WorldListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.activeThisWeek = new BitSet(settings.accounts());
  }

  void add(SimulatedEvent event) {
    if (event.recordedMs() < passedMs) {
      throw new IllegalStateException("the log is past " + event.recordedMs() + ": " + event);
    }
    waiting.add(new Waiting(event, added));
    added++;
    waitingMax = Math.max(waitingMax, waiting.size());
  }

  /** Lets everything reach the log that is recorded before a time. */
  void passTo(long timeMs) {
    passedMs = Math.max(passedMs, timeMs);
    for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
      if (next.event.recordedMs() >= timeMs) {
        return;
      }
      waiting.remove();
      if (next.event.recordedMs() < settings.endMs()) {
        record(next.event);
      }
    }
  }

  /** Somebody did something: they count as active in that week. */
  private void active(String account, long timeMs) {
    if ((timeMs - settings.startMs()) / WEEK_MS > week) {
      closeWeek();
    }
    activeThisWeek.set(Census.slot(account));
  }

  /** How many have reached the log. */
  long events() {
    return events;
  }

  /** The most that ever waited at once. */
  int waitingMax() {
    return waitingMax;
  }

  /** Users times weeks in which they did something. */
  long activeUserWeeks() {
    return activeUserWeeks + activeThisWeek.cardinality();
  }

  private void closeWeek() {
    activeUserWeeks += activeThisWeek.cardinality();
    activeThisWeek.clear();
    week++;
  }

  private static boolean isActivity(SessionKind kind) {
    return kind == SessionKind.SIGNED_IN || kind == SessionKind.ROOM_JOINED;
  }

  private void record(SimulatedEvent event) {
    events++;
    // That an account is introduced is the platform's doing, not its holder's.
    // Neither is what was before the first day anybody's activity in a week that is counted.
    boolean acts =
        !(event.record() instanceof SessionEvent session) || isActivity(session.getKind());
    if (acts && event.recordedMs() >= settings.startMs()) {
      active(event.key(), event.recordedMs());
    }
    listener.event(event);
  }

  /**
   * An event and when it was added: of two that are recorded at once the first added goes first.
   */
  private record Waiting(SimulatedEvent event, long number) implements Comparable<Waiting> {
    @Override
    public int compareTo(Waiting other) {
      int byTime = Long.compare(event.recordedMs(), other.event.recordedMs());
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }
}
