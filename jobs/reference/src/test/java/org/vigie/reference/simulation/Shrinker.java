package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.core.event.RecordedEvent;

/** Takes events out of a failing log as long as it fails (delta debugging). */
final class Shrinker {
  private Shrinker() {}

  /** Whether a log fails, and how. */
  @FunctionalInterface
  interface Check {
    Optional<String> failure(List<RecordedEvent> log, long seed);
  }

  /** A log out of which no single event can be taken without making it pass. */
  static List<RecordedEvent> shrink(List<RecordedEvent> log, long seed, Check check) {
    List<RecordedEvent> failing = new ArrayList<>(log);
    int size = Math.max(1, failing.size() / 2);
    while (true) {
      boolean shrunk = false;
      for (int from = 0; from + size <= failing.size(); ) {
        List<RecordedEvent> less = new ArrayList<>(failing);
        less.subList(from, from + size).clear();
        if (!less.isEmpty() && check.failure(less, seed).isPresent()) {
          failing = less;
          shrunk = true;
        } else {
          from += size;
        }
      }
      if (size == 1 && !shrunk) {
        return failing;
      }
      size = shrunk ? size : size / 2;
    }
  }
}
