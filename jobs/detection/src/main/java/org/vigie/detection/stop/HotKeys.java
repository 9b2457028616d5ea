package org.vigie.detection.stop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.vigie.core.order.Key;

/**
 * Write-back cache of the keys used last. What was changed is written when it leaves the cache,
 * when too much is unwritten, when it has been for {@value #TICKS} ticks, or before a checkpoint:
 * whichever comes first. So a checkpoint finds little to write, and a busy key is still written
 * seldom.
 *
 * @param <V> an unpacked value
 */
final class HotKeys<V> {
  /** For how long a changed key may stay unwritten. */
  static final int TICKS = 10;

  private final int keysMax;
  private final int dirtyMax;
  private final Storage<V> storage;
  private final LinkedHashMap<Key, Slot<V>> hot = new LinkedHashMap<>(16, 0.75f, true);
  private final Deque<Slot<V>> queued = new ArrayDeque<>();
  private int dirty;
  private long tick;
  private long hits;
  private long misses;

  /** Where values come from and go to. */
  interface Storage<V> {
    /** Unpacks the value of the current key. */
    V read(Key key) throws Exception;

    /** Packs and writes the value of any key; may change the current key. */
    void write(Key key, V value) throws Exception;
  }

  /**
   * A hot key. It stays in the queue for writing until its turn, though it may be written before.
   */
  static final class Slot<V> {
    private final Key key;
    private final V value;
    private boolean dirty;
    private boolean queued;
    private long queuedTick;

    private Slot(Key key, V value) {
      this.key = key;
      this.value = value;
    }

    V value() {
      return value;
    }
  }

  HotKeys(int keysMax, int dirtyMax, Storage<V> storage) {
    this.keysMax = keysMax;
    this.dirtyMax = dirtyMax;
    this.storage = storage;
  }

  /** The slot of the current key. */
  Slot<V> get(Key key) throws Exception {
    Slot<V> slot = hot.get(key);
    if (slot != null) {
      hits++;
      return slot;
    }
    misses++;
    Slot<V> read = new Slot<>(key, storage.read(key));
    hot.put(key, read);
    return read;
  }

  /**
   * Remembers that a value differs from what is stored, and makes room; may change the current key.
   */
  void changed(Slot<V> slot) throws Exception {
    if (!slot.dirty) {
      slot.dirty = true;
      dirty++;
      if (!slot.queued) {
        slot.queued = true;
        slot.queuedTick = tick;
        queued.addLast(slot);
      }
    }
    while (dirty > dirtyMax || queued.size() > keysMax) {
      writeNext();
    }
    if (hot.size() > keysMax) {
      dropEldest();
    }
  }

  /** Time goes on: writes what has waited long enough; may change the current key. */
  void tick() throws Exception {
    tick++;
    while (!queued.isEmpty() && tick - queued.getFirst().queuedTick > TICKS) {
      writeNext();
    }
  }

  /** Writes everything that is unwritten; may change the current key. */
  void flush() throws Exception {
    while (!queued.isEmpty()) {
      writeNext();
    }
  }

  int size() {
    return hot.size();
  }

  int dirtySize() {
    return dirty;
  }

  long hits() {
    return hits;
  }

  long misses() {
    return misses;
  }

  private void writeNext() throws Exception {
    Slot<V> slot = queued.removeFirst();
    slot.queued = false;
    write(slot);
  }

  private void dropEldest() throws Exception {
    Iterator<Slot<V>> slots = hot.values().iterator();
    Slot<V> eldest = slots.next();
    slots.remove();
    write(eldest);
  }

  private void write(Slot<V> slot) throws Exception {
    if (slot.dirty) {
      slot.dirty = false;
      dirty--;
      storage.write(slot.key, slot.value);
    }
  }
}
