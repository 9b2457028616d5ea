package org.vigie.core.order;

/**
 * Key of a stop: 128 bits made of hashes that include the community, so that equal ids of two
 * communities never meet.
 */
public record Key(long high, long low) implements Comparable<Key> {
  /** Tag of the key in paths and deadline ids. */
  public long tag() {
    return high * 31 + low;
  }

  @Override
  public int compareTo(Key other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high * 0x9E3779B97F4A7C15L + low);
  }
}
