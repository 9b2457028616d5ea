package org.vigie.bench.latency;

/**
 * What every setting of a run has in common.
 *
 * @param load what is sent
 * @param parallelism of every operator
 * @param bufferTimeoutMs how long Flink may hold a record back to fill a buffer, 0 not at all
 */
record LatencySettings(Load load, int parallelism, int bufferTimeoutMs) {
  LatencySettings {
    if (parallelism < 1 || bufferTimeoutMs < 0) {
      throw new IllegalArgumentException(
          "parallelism is at least 1, the buffer timeout at least 0");
    }
  }

  /**
   * Events in three stretches: a warm-up, in which the JVM compiles what it runs; a calm one, in
   * which what the warm-up left to be settled is settled; and the one that is measured.
   *
   * @param warmUpRate events a second of the warm-up
   * @param warmUpSeconds how long it lasts
   * @param rate events a second from then on
   * @param calmSeconds how long they go unmeasured
   * @param seconds how long they are measured
   */
  record Load(int warmUpRate, int warmUpSeconds, int rate, int calmSeconds, int seconds) {
    Load {
      if (warmUpRate < 1 || rate < 1 || warmUpSeconds < 0 || calmSeconds < 0 || seconds < 1) {
        throw new IllegalArgumentException(
            "rates and seconds are at least 1, warm-up and calm at least 0");
      }
    }

    long warmUpEvents() {
      return (long) warmUpRate * warmUpSeconds;
    }

    long calmEvents() {
      return (long) rate * calmSeconds;
    }

    long measuredEvents() {
      return (long) rate * seconds;
    }

    long events() {
      return warmUpEvents() + calmEvents() + measuredEvents();
    }
  }
}
