package org.vigie.tidy.planted.core.stop;

import java.time.Instant;
import java.util.function.LongSupplier;

/** Breaks the wall: core reads the clock, by call and by method reference, and draws lots. */
final class ClockReader {
  private ClockReader() {}

  static long calledClock() {
    return System.currentTimeMillis();
  }

  static LongSupplier referencedClock() {
    return System::currentTimeMillis;
  }

  static Instant calledNow() {
    return Instant.now();
  }

  static double calledMathRandom() {
    return Math.random();
  }
}
