package org.vigie.detection.stop;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.core.order.Key;

/**
 * Write-back cache of the keys used last. What was changed is written when it leaves the cache,
 * when too much is unwritten, or before a checkpoint: whichever comes first.
 *
 * @param <V> an unpacked value
 */
final class HotKeys<V> {
  private final int keysMax;
  private final int dirtyMax;
  private final Storage<V> storage;
  private final LinkedHashMap<Key, V> hot = new LinkedHashMap<>(16, 0.75f, true);
  private final LinkedHashMap<Key, V> dirty = new LinkedHashMap<>(16, 0.75f, true);
  private long hits;
  private long misses;

  /** Where values come from and go to. */
  interface Storage<V> {
    /** Unpacks the value of the current key. */
    V read(Key key) throws Exception;

    /** Packs and writes the value of any key; may change the current key. */
    void write(Key key, V value) throws Exception;
  }

  HotKeys(int keysMax, int dirtyMax, Storage<V> storage) {
    this.keysMax = keysMax;
    this.dirtyMax = dirtyMax;
    this.storage = storage;
  }

  /** The value of the current key. */
  V get(Key key) throws Exception {
    V value = hot.get(key);
    if (value != null) {
      hits++;
      return value;
    }
    misses++;
    V read = storage.read(key);
    hot.put(key, read);
    return read;
  }

  /**
   * Remembers that a value differs from what is stored, and makes room; may change the current key.
   */
  void changed(Key key, V value) throws Exception {
    dirty.put(key, value);
    if (dirty.size() > dirtyMax) {
      writeEldest();
    }
    if (hot.size() > keysMax) {
      dropEldest();
    }
  }

  /** Writes everything that is unwritten; may change the current key. */
  void flush() throws Exception {
    for (Map.Entry<Key, V> entry : dirty.entrySet()) {
      storage.write(entry.getKey(), entry.getValue());
    }
    dirty.clear();
  }

  int size() {
    return hot.size();
  }

  int dirtySize() {
    return dirty.size();
  }

  long hits() {
    return hits;
  }

  long misses() {
    return misses;
  }

  private void writeEldest() throws Exception {
    Iterator<Map.Entry<Key, V>> entries = dirty.entrySet().iterator();
    Map.Entry<Key, V> eldest = entries.next();
    entries.remove();
    storage.write(eldest.getKey(), eldest.getValue());
  }

  private void dropEldest() throws Exception {
    Iterator<Key> keys = hot.keySet().iterator();
    Key eldest = keys.next();
    keys.remove();
    @Nullable V unwritten = dirty.remove(eldest);
    if (unwritten != null) {
      storage.write(eldest, unwritten);
    }
  }
}
