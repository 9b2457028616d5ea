package org.vigie.bench.peer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts events of all subtasks of this JVM without contention: each subtask writes a cell of its
 * own, a reader adds the cells up. One set of meters a JVM, because Flink copies functions into
 * tasks and one JVM runs one peer.
 */
public enum EventMeter {
  /** Records taken from Kafka. */
  READ,

  /** Events that are through, of peers that let every event through. */
  LEFT,

  /** Alerts raised. */
  ALERTS,

  /** Records refused; none of the stream may be. */
  REFUSED;

  @SuppressWarnings("ImmutableEnumChecker") // a meter counts
  private final List<AtomicLong> cells = new CopyOnWriteArrayList<>();

  /** A new cell for one writing thread. */
  Cell cell() {
    AtomicLong count = new AtomicLong();
    cells.add(count);
    return new Cell(count);
  }

  /** Sum of all cells; lags a writer by nanoseconds at most. */
  public long total() {
    long total = 0;
    for (AtomicLong cell : cells) {
      total += cell.get();
    }
    return total;
  }

  /** One thread's own count. */
  static final class Cell {
    private final AtomicLong count;
    private long own;

    private Cell(AtomicLong count) {
      this.count = count;
    }

    void increment() {
      count.lazySet(++own);
    }
  }
}
