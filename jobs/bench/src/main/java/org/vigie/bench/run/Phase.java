package org.vigie.bench.run;

/**
 * What one stretch of a run cost.
 *
 * @param events read in it
 * @param wallNanos its length
 * @param cpuNanos CPU time of the whole process in it
 */
public record Phase(long events, long wallNanos, long cpuNanos) {
  /** CPU microseconds an event. */
  public double cpuMicrosPerEvent() {
    return cpuNanos / 1e3 / events;
  }

  /** Events a second of wall time. */
  public double eventsPerSecond() {
    return events / (wallNanos / 1e9);
  }
}
