package org.vigie.bench.run;

/**
 * One look at the process.
 *
 * @param nanos {@link System#nanoTime()}
 * @param cpuNanos CPU time of the whole process so far: all threads, JIT, collector and native ones
 *     included
 * @param read records taken from Kafka so far
 * @param left events that are through so far; for a peer that does not count them, {@code read}
 */
record Sample(long nanos, long cpuNanos, long read, long left) {}
