package org.vigie.core.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * A list in state that never holds more than its {@link StateLimit} says. The first entry is the
 * next to go.
 *
 * @param <T> entries, immutable
 */
public final class BoundedList<T> implements Iterable<T> {
  private final StateLimit limit;
  private List<T> entries = List.of(); // most lists of most keys stay empty

  public BoundedList(StateLimit limit) {
    this.limit = limit;
  }

  /** The limit that it keeps to. */
  public StateLimit limit() {
    return limit;
  }

  /**
   * Adds an entry at the end; the first one goes if there are too many.
   *
   * @return what went, or null
   */
  public @Nullable T add(T entry, Step step) {
    append(entry);
    if (entries.size() <= limit.entriesMax()) {
      return null;
    }
    step.reached(limit);
    return entries.remove(0);
  }

  /**
   * Adds an entry in an order; the first one of that order goes if there are too many.
   *
   * @return what went, which may be the entry itself, or null
   */
  public @Nullable T addSorted(T entry, Comparator<T> order, Step step) {
    append(entry);
    entries.sort(order);
    if (entries.size() <= limit.entriesMax()) {
      return null;
    }
    step.reached(limit);
    return entries.remove(0);
  }

  /** Puts an entry in the place of another. */
  public void set(int index, T entry) {
    entries.set(index, entry);
  }

  /** Removes the entries that a condition holds for. */
  public void removeIf(Predicate<T> condition) {
    if (!entries.isEmpty()) {
      entries.removeIf(condition);
    }
  }

  /** Takes the first entry out. */
  public void removeFirst() {
    entries.remove(0);
  }

  /** Takes the entry at an index out. */
  public void remove(int index) {
    entries.remove(index);
  }

  /** The entry at an index. */
  public T get(int index) {
    return entries.get(index);
  }

  /** The first entry that a condition holds for, or null. */
  public @Nullable T find(Predicate<T> condition) {
    int index = indexOf(condition);
    return index < 0 ? null : entries.get(index);
  }

  /** Index of the first entry that a condition holds for, or −1. */
  public int indexOf(Predicate<T> condition) {
    for (int i = 0; i < entries.size(); i++) {
      if (condition.test(entries.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Number of entries. */
  public int size() {
    return entries.size();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Takes all entries out. */
  public void clear() {
    entries = List.of();
  }

  @Override
  public Iterator<T> iterator() {
    return entries.iterator();
  }

  /** Packs the entries. */
  public void write(ByteWriter out, Consumer<T> entryWriter) {
    out.number(entries.size());
    for (T entry : entries) {
      entryWriter.accept(entry);
    }
  }

  /** Reads what {@link #write} packed into this list. */
  public void read(ByteReader in, Function<ByteReader, T> entryReader) {
    int count = in.count();
    if (count > 0) {
      entries = new ArrayList<>(Math.min(count, limit.entriesMax()) + 1);
    }
    for (int left = count; left > 0; left--) {
      entries.add(entryReader.apply(in));
    }
  }

  private void append(T entry) {
    if (entries.isEmpty()) {
      entries = new ArrayList<>(2);
    }
    entries.add(entry);
  }
}
