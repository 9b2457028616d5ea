package org.vigie.bench.latency;

/**
 * What every setting of a run has in common.
 *
 * @param rate events a second
 * @param warmUpSeconds sent before measuring begins
 * @param seconds measured
 * @param parallelism of every operator
 * @param bufferTimeoutMs how long Flink may hold a record back to fill a buffer, 0 not at all
 */
record LatencySettings(
    int rate, int warmUpSeconds, int seconds, int parallelism, int bufferTimeoutMs) {
  LatencySettings {
    if (rate < 1 || warmUpSeconds < 0 || seconds < 1 || parallelism < 1 || bufferTimeoutMs < 0) {
      throw new IllegalArgumentException(
          "rate, seconds and parallelism are at least 1, warm-up and buffer timeout at least 0");
    }
  }
}
