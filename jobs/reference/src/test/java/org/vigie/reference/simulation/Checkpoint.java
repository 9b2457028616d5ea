package org.vigie.reference.simulation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;

/** What can be restored: where each partition was read, and the packed keys and timers of stops. */
final class Checkpoint {
  final int id;
  final int[] offsets;
  private final Map<StopName, Map<Key, byte[]>> states = new EnumMap<>(StopName.class);
  private final Map<StopName, SortedSet<Timer>> timers = new EnumMap<>(StopName.class);
  private int missing;

  /** A timer of a key. */
  record Timer(long timeMs, Key key) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      int byTime = Long.compare(timeMs, other.timeMs);
      return byTime != 0 ? byTime : key.compareTo(other.key);
    }
  }

  /**
   * A checkpoint that nobody has answered yet.
   *
   * @param expected how many sources and subtasks have to
   */
  Checkpoint(int id, int partitions, int expected) {
    this.id = id;
    this.offsets = new int[partitions];
    this.missing = expected;
  }

  /** The checkpoint before the first: nothing was read. */
  static Checkpoint none(int partitions) {
    return new Checkpoint(0, partitions, 0);
  }

  void addSource(int partition, int offset) {
    offsets[partition] = offset;
    missing--;
  }

  void add(StopName stop, Map<Key, byte[]> stored, SortedSet<Timer> set) {
    states(stop).putAll(stored);
    timers(stop).addAll(set);
    missing--;
  }

  boolean isComplete() {
    return missing == 0;
  }

  Map<Key, byte[]> states(StopName stop) {
    return states.computeIfAbsent(stop, absent -> new HashMap<>());
  }

  SortedSet<Timer> timers(StopName stop) {
    return timers.computeIfAbsent(stop, absent -> new TreeSet<>());
  }
}
