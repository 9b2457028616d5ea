package org.vigie.core.fold;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Path;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;

/** The young inputs of one key in canonical order: those that may still be put in order. */
final class Tail {
  private static final Rank[] RANKS = Rank.values();
  private static final StopName[] STOPS = StopName.values();

  private final List<Input> inputs = new ArrayList<>(2);
  private int payloadBytes;

  boolean isEmpty() {
    return inputs.isEmpty();
  }

  int size() {
    return inputs.size();
  }

  Input get(int index) {
    return inputs.get(index);
  }

  Root firstRoot() {
    return inputs.get(0).root();
  }

  Root lastRoot() {
    return inputs.get(inputs.size() - 1).root();
  }

  int payloadBytes() {
    return payloadBytes;
  }

  /** Index of the input with the same root and path, or −(place to insert) − 1. */
  int find(Input wanted) {
    int low = 0;
    int high = inputs.size() - 1;
    if (high >= 0 && compare(inputs.get(high), wanted) < 0) {
      return -high - 2;
    }
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(inputs.get(middle), wanted);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /** Appends an input that comes after all others. */
  void append(Input input) {
    inputs.add(input);
    payloadBytes += sizeOf(input);
  }

  /** Inserts, replaces or (for a tombstone) removes, at an index from {@link #find}. */
  void put(int found, Input input) {
    byte[] payload = input.payload();
    if (found >= 0) {
      payloadBytes -= sizeOf(inputs.get(found));
      if (payload == null) {
        inputs.remove(found);
        return;
      }
      inputs.set(found, input);
    } else {
      inputs.add(-found - 1, input);
    }
    payloadBytes += sizeOf(input);
  }

  /** End (exclusive) of the instant that begins at {@code start}. */
  int endOfInstant(int start) {
    Root root = inputs.get(start).root();
    int end = start + 1;
    while (end < inputs.size() && inputs.get(end).root().equals(root)) {
      end++;
    }
    return end;
  }

  int instants() {
    int count = 0;
    for (int i = 0; i < inputs.size(); i = endOfInstant(i)) {
      count++;
    }
    return count;
  }

  /** Number of inputs whose instant is at or before a time. */
  int countThrough(long timeMs) {
    int count = 0;
    while (count < inputs.size() && inputs.get(count).root().timeMs() <= timeMs) {
      count++;
    }
    return count;
  }

  void removeFirst(int count) {
    for (Input input : inputs.subList(0, count)) {
      payloadBytes -= sizeOf(input);
    }
    inputs.subList(0, count).clear();
  }

  void write(ByteWriter out) {
    out.number(inputs.size());
    for (Input input : inputs) {
      Root root = input.root();
      Path path = input.path();
      byte[] payload = input.payload();
      if (payload == null) {
        throw new IllegalStateException("a tombstone in a tail");
      }
      out.signed(root.timeMs()).octet(root.rank().ordinal()).text(root.id());
      out.octet(path.producer().ordinal()).fixed64(path.tag()).number(path.index()).block(payload);
    }
  }

  static Tail read(ByteReader in, StopName stop, Key key) {
    Tail tail = new Tail();
    int count = in.count();
    for (int i = 0; i < count; i++) {
      Root root = new Root(in.signed(), RANKS[in.octet()], in.text());
      Path path = new Path(STOPS[in.octet()], in.fixed64(), in.count());
      Input input = new Input(stop, key, root, path, false, in.block());
      tail.inputs.add(input);
      tail.payloadBytes += sizeOf(input);
    }
    return tail;
  }

  private static int compare(Input one, Input other) {
    int byRoot = one.root().compareTo(other.root());
    return byRoot != 0 ? byRoot : one.path().compareTo(other.path());
  }

  private static int sizeOf(Input input) {
    byte[] payload = input.payload();
    return payload == null ? 0 : payload.length;
  }
}
