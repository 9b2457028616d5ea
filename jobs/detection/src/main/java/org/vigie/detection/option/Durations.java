package org.vigie.detection.option;

import java.time.Duration;
import java.util.List;

/** Durations in words: {@code 24 h}, {@code 90 s}, {@code 250 ms}. */
public final class Durations {
  private static final List<Unit> UNITS =
      List.of(
          new Unit("d", 86_400_000L),
          new Unit("h", 3_600_000L),
          new Unit("min", 60_000L),
          new Unit("s", 1_000L));

  private record Unit(String name, long lengthMs) {}

  private Durations() {}

  /** In the largest unit of which it is a whole number, above one; days from two on. */
  public static String words(long durationMs) {
    for (Unit unit : UNITS) {
      boolean whole = durationMs != 0 && durationMs % unit.lengthMs() == 0;
      if (whole && (durationMs > unit.lengthMs() || !unit.name().equals("d"))) {
        return durationMs / unit.lengthMs() + " " + unit.name();
      }
    }
    return durationMs == 0 ? "0 s" : durationMs + " ms";
  }

  /** As {@link #words(long)}. */
  public static String words(Duration duration) {
    return words(duration.toMillis());
  }
}
