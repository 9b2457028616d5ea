package org.vigie.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Seeded chance (SplitMix64, Steele et al. 2014). Each purpose has dice of its own, so that a
 * change in one part of the population leaves the others as they were.
 */
public final class Dice {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long state;

  private Dice(long seed) {
    this.seed = seed;
    this.state = seed;
  }

  /** Dice of a seed for a purpose. */
  public static Dice of(long seed, String purpose) {
    return new Dice(mix(seed)).forPurpose(purpose);
  }

  /** Dice that don't depend on how often these were thrown. */
  public Dice forPurpose(String purpose) {
    long mixed = seed;
    for (int at = 0; at < purpose.length(); at++) {
      mixed = mix(mixed + GOLDEN_GAMMA + purpose.charAt(at));
    }
    return new Dice(mixed);
  }

  /** Dice that don't depend on how often these were thrown, one of many of a kind. */
  public Dice forNumber(long number) {
    return new Dice(mix(mix(seed + GOLDEN_GAMMA) + GOLDEN_GAMMA * (number + 1)));
  }

  /** A whole number, both ends possible. */
  public int between(int least, int most) {
    return (int) between((long) least, (long) most);
  }

  /** A whole number, both ends possible. */
  public long between(long least, long most) {
    return least + Math.floorMod(next(), most - least + 1);
  }

  /** A number from least (possible) to most (not possible). */
  public double between(double least, double most) {
    return least + unit() * (most - least);
  }

  /** Whether it happens this time. */
  public boolean chance(double probability) {
    return unit() < probability;
  }

  /** One of them, which are not none. */
  public <T> T one(List<T> of) {
    return of.get(between(0, of.size() - 1));
  }

  /** Up to so many, each at most once, in an order that is drawn. */
  public <T> List<T> some(Collection<T> of, int count) {
    List<T> shuffled = new ArrayList<>(of);
    for (int at = shuffled.size() - 1; at > 0; at--) {
      int other = between(0, at);
      T swapped = shuffled.set(at, shuffled.get(other));
      shuffled.set(other, swapped);
    }
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }

  /** An index by weight; weights are not negative and not all zero. */
  public int weighted(List<Double> weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = unit() * total;
    for (int at = 0; at < weights.size(); at++) {
      left -= weights.get(at);
      if (left < 0) {
        return at;
      }
    }
    return weights.size() - 1;
  }

  /**
   * A duration between two, each order of magnitude as likely as the next: how times that range
   * from seconds to days are spread.
   */
  public long spread(long least, long most) {
    double low = StrictMath.log((double) Math.max(1L, least));
    double high = StrictMath.log((double) Math.max(1L, most));
    return Math.round(StrictMath.exp(low + unit() * (high - low)));
  }

  private double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  private long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
