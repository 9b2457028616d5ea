package org.vigie.core.route;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.fold.BoundedList;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;

/**
 * Which events a key has taken in during the last 24 hours: the same one again changes nothing.
 * Tags of 32 bits: at 256 entries one event in 16 million is taken for a duplicate by mistake.
 */
public final class SeenEvents {
  private static final long WINDOW_MS = 24 * 3_600_000L;

  private final BoundedList<Seen> seen;

  private record Seen(int tag, long timeMs) {}

  public SeenEvents(StateLimit limit) {
    this.seen = new BoundedList<>(limit);
  }

  /** The limit that it keeps to. */
  public StateLimit limit() {
    return seen.limit();
  }

  /** Whether the event of the step is new to this key; it is not new the next time. */
  public boolean isNew(long identity, Step step) {
    long nowMs = step.timeMs();
    int tag = (int) (identity ^ identity >>> 32);
    while (!seen.isEmpty() && seen.get(0).timeMs() <= nowMs - WINDOW_MS) {
      seen.removeFirst();
    }
    for (int i = seen.size() - 1; i >= 0; i--) {
      if (seen.get(i).tag() == tag) {
        return false;
      }
    }
    seen.add(new Seen(tag, nowMs), step);
    return true;
  }

  /** Forgets everything. */
  public void clear() {
    seen.clear();
  }

  /** Whether nothing is remembered. */
  public boolean isEmpty() {
    return seen.isEmpty();
  }

  /** Packs it: 4 bytes and a time difference an entry. */
  public void write(ByteWriter out) {
    out.number(seen.size());
    long lastMs = 0;
    for (Seen entry : seen) {
      out.number(entry.tag() & 0xFFFFFFFFL).signed(entry.timeMs() - lastMs);
      lastMs = entry.timeMs();
    }
  }

  /** Reads what {@link #write} packed. */
  public void read(ByteReader in) {
    long[] lastMs = {0};
    seen.read(
        in,
        bytes -> {
          int tag = (int) bytes.number();
          lastMs[0] += bytes.signed();
          return new Seen(tag, lastMs[0]);
        });
  }
}
