package org.vigie.core.fold;

/** What happened in the folds of one stop; read by metrics. Not thread-safe: one per thread. */
public final class FoldCounters {
  private long inputs;
  private long overtaken;
  private long dropped;
  private long forced;
  private long rewrites;
  private long duplicates;
  private final long[] evicted = new long[StateLimit.values().length];

  /** Inputs that arrived. */
  public long inputs() {
    return inputs;
  }

  /** Inputs behind their key's frontier, applied right after it. */
  public long overtaken() {
    return overtaken;
  }

  /** Replacements of inputs behind their key's frontier, left out. */
  public long dropped() {
    return dropped;
  }

  /** Times that a full tail forced its oldest instant into the core. */
  public long forced() {
    return forced;
  }

  /** Inputs that came out of order or replaced another, so that a tail was folded again. */
  public long rewrites() {
    return rewrites;
  }

  /** Inputs that the key had taken in before, which changed nothing. */
  public long duplicates() {
    return duplicates;
  }

  /** How often a collection of the state was full, so that an entry had to go. */
  public long evicted(StateLimit limit) {
    return evicted[limit.ordinal()];
  }

  void countEvicted(StateLimit limit) {
    evicted[limit.ordinal()]++;
  }

  void countInput() {
    inputs++;
  }

  void countOvertaken() {
    overtaken++;
  }

  void countDropped() {
    dropped++;
  }

  void countForced() {
    forced++;
  }

  void countDuplicate() {
    duplicates++;
  }

  void countRewrite() {
    rewrites++;
  }
}
