package org.vigie.core.judge;

import java.util.Arrays;

/** Different instants, kept in arrays so that judging allocates nothing once they have grown. */
final class Instants {
  private long[] times = new long[16];
  private int[] ranks = new int[16];
  private String[] ids = new String[16];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** Adds the instant of an event; one that is there already changes nothing. */
  void add(SignedEvents events, int event) {
    long timeMs = events.timeMs(event);
    int rank = events.rank(event);
    String id = events.id(event);
    for (int i = 0; i < size; i++) {
      if (times[i] == timeMs && ranks[i] == rank && ids[i].equals(id)) {
        return;
      }
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      ranks = Arrays.copyOf(ranks, 2 * size);
      ids = Arrays.copyOf(ids, 2 * size);
    }
    times[size] = timeMs;
    ranks[size] = rank;
    ids[size++] = id;
  }
}
