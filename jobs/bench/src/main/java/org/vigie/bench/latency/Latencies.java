package org.vigie.bench.latency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** From sending to seeing, on one clock. Events are sent on one thread and seen on another. */
final class Latencies {
  private final Map<String, Long> sentNanos = new ConcurrentHashMap<>();
  private long[] nanos = new long[1024];
  private int count;

  /** From here on it counts; what was sent before and not seen yet does not. */
  synchronized void begin() {
    sentNanos.clear();
    count = 0;
  }

  void sent(String eventId, long atNanos) {
    sentNanos.put(eventId, atNanos);
  }

  /** An event that was seen before, or sent before measuring began, counts nothing. */
  synchronized void seen(String eventId, long atNanos) {
    Long sent = sentNanos.remove(eventId);
    if (sent == null) {
      return;
    }
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = atNanos - sent;
  }

  /** How many were sent and not seen yet. */
  int missing() {
    return sentNanos.size();
  }

  /** The latency that a share of the events does not exceed, by the nearest rank. */
  synchronized OptionalLong percentileNanos(double share) {
    if (count == 0) {
      return OptionalLong.empty();
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * count);
    return OptionalLong.of(sorted[Math.max(rank, 1) - 1]);
  }

  synchronized int count() {
    return count;
  }

  /** A line of the table: percentiles in milliseconds. */
  String row(String setting) {
    StringBuilder row = new StringBuilder("| ").append(setting).append(" | ").append(count());
    for (double share : new double[] {0.5, 0.9, 0.99, 0.999, 1}) {
      OptionalLong value = percentileNanos(share);
      row.append(" | ")
          .append(
              value.isPresent()
                  ? String.format(Locale.ROOT, "%.1f", value.getAsLong() / 1e6)
                  : "-");
    }
    return row.append(" | ").append(missing()).append(" |").toString();
  }
}
