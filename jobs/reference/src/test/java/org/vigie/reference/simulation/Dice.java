package org.vigie.reference.simulation;

import java.util.List;

/** Seeded random numbers (SplitMix64): the same on every machine. */
final class Dice {
  private long state;

  Dice(long seed) {
    state = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /** 0 to {@code bound} − 1. */
  int below(int bound) {
    return (int) below((long) bound);
  }

  /** 0 to {@code bound} − 1. */
  long below(long bound) {
    return Math.floorMod(next(), bound);
  }

  /** {@code least} to {@code greatest}, both included. */
  long between(long least, long greatest) {
    return least + below(greatest - least + 1);
  }

  boolean percent(int chance) {
    return below(100) < chance;
  }

  <T> T pick(List<T> of) {
    return of.get(below(of.size()));
  }

  /** Several distinct entries of a list, in random order. */
  <T> List<T> some(List<T> of, int count) {
    List<T> shuffled = shuffled(of);
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }

  <T> List<T> shuffled(List<T> of) {
    List<T> shuffled = new java.util.ArrayList<>(of);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      java.util.Collections.swap(shuffled, i, below(i + 1));
    }
    return shuffled;
  }

  /** Dice for something else, so that more throws there change nothing here. */
  Dice fork() {
    return new Dice(next());
  }
}
