package org.vigie.cli.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the job has settled, told by its last operators, which run in this process: every alert
 * of an instant up to {@link #throughMs} has left them.
 */
final class SettledClock {
  private static final Map<String, SettledClock> BY_RUN = new ConcurrentHashMap<>();

  private final int subtasks;
  private final Map<Integer, Long> throughMs = new ConcurrentHashMap<>();
  private final AtomicLong revisions = new AtomicLong();

  private SettledClock(int subtasks) {
    this.subtasks = subtasks;
  }

  /** A clock for a run with so many subtasks of the last operator. */
  static SettledClock start(String run, int subtasks) {
    SettledClock clock = new SettledClock(subtasks);
    BY_RUN.put(run, clock);
    return clock;
  }

  /** The clock of a run that was started in this process. */
  static SettledClock of(String run) {
    SettledClock clock = BY_RUN.get(run);
    if (clock == null) {
      throw new IllegalStateException("run " + run + " was started in another process");
    }
    return clock;
  }

  static void end(String run) {
    BY_RUN.remove(run);
  }

  void countRevision() {
    revisions.incrementAndGet();
  }

  void passed(int subtask, long timeMs) {
    throughMs.put(subtask, timeMs);
  }

  /** Revisions that have left the job. */
  long revisions() {
    return revisions.get();
  }

  /** Event time that all subtasks have passed, {@link Long#MIN_VALUE} before there is any. */
  long throughMs() {
    if (throughMs.size() < subtasks) {
      return Long.MIN_VALUE;
    }
    return throughMs.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
  }
}
