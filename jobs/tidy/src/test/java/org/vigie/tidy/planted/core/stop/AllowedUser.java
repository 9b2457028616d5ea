package org.vigie.tidy.planted.core.stop;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the walls: plain Java, time as an argument. */
final class AllowedUser {
  private AllowedUser() {}

  static Map<Instant, Long> at(long timeMs) {
    Map<Instant, Long> map = new TreeMap<>();
    map.put(Instant.ofEpochMilli(timeMs), Math.abs(timeMs));
    return map;
  }
}
