package org.vigie.core.route;

import java.util.Arrays;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.fold.Retention;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;

/**
 * Which events a key has taken in during the last 24 hours: the same one again changes nothing.
 * Tags of 32 bits: at 256 entries one event in 16 million is taken for a duplicate by mistake.
 */
public final class SeenEvents {
  private static final long WINDOW_MS = 24 * 3_600_000L;

  private final StateLimit limit;

  /** Tags and times in the order of time; arrays, because nearly every input reads them. */
  private int[] tags = new int[4];

  private long[] timesMs = new long[4];
  private int size;

  public SeenEvents(StateLimit limit) {
    this.limit = limit;
  }

  /** The limit that it keeps to. */
  public StateLimit limit() {
    return limit;
  }

  /** Whether the event of the step is new to this key; it is not new the next time. */
  public boolean isNew(long identity, Step step) {
    long nowMs = step.timeMs();
    int tag = (int) (identity ^ (identity >>> 32));
    forgetDue(nowMs);
    for (int i = size - 1; i >= 0; i--) {
      if (tags[i] == tag) {
        step.repeated();
        return false;
      }
    }
    append(tag, nowMs);
    if (size > limit.entriesMax()) {
      forgetFirst(1);
      step.reached(limit);
    }
    return true;
  }

  private void append(int tag, long timeMs) {
    if (size == tags.length) {
      tags = Arrays.copyOf(tags, size * 2);
      timesMs = Arrays.copyOf(timesMs, size * 2);
    }
    tags[size] = tag;
    timesMs[size++] = timeMs;
  }

  private void forgetFirst(int count) {
    if (count > 0) {
      size -= count;
      System.arraycopy(tags, count, tags, 0, size);
      System.arraycopy(timesMs, count, timesMs, 0, size);
    }
  }

  /** When nothing is a duplicate any more unless it comes anew: a midnight, if anything is seen. */
  public long forgetsMs() {
    return size == 0 ? Stop.NO_DEADLINE : Retention.nextDayMs(timesMs[size - 1] + WINDOW_MS);
  }

  /** Forgets what no duplicate is known by any more. */
  public void forgetDue(long nowMs) {
    int old = 0;
    while (old < size && timesMs[old] <= nowMs - WINDOW_MS) {
      old++;
    }
    forgetFirst(old);
  }

  /** Forgets everything. */
  public void clear() {
    size = 0;
  }

  /** Whether nothing is remembered. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Packs it: up to 5 bytes and a time difference an entry. */
  public void write(ByteWriter out) {
    out.number(size);
    long lastMs = 0;
    for (int i = 0; i < size; i++) {
      out.number(tags[i] & 0xFFFFFFFFL).signed(timesMs[i] - lastMs);
      lastMs = timesMs[i];
    }
  }

  /** Reads what {@link #write} packed. */
  public void read(ByteReader in) {
    int count = in.count();
    tags = new int[count + 1];
    timesMs = new long[count + 1];
    long lastMs = 0;
    for (size = 0; size < count; size++) {
      tags[size] = (int) in.number();
      lastMs += in.signed();
      timesMs[size] = lastMs;
    }
  }
}
