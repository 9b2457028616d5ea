package org.vigie.core.sender;

import java.util.Arrays;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Harm;

/** When a finding about the account that warns of meetings came last, for each harm. */
final class WarnedHarms {
  private static final int HARMS = Harm.values().length;

  private final long[] lastMs = new long[HARMS];

  WarnedHarms() {
    clear();
  }

  void warns(Harm harm, long timeMs) {
    lastMs[harm.ordinal()] = timeMs;
  }

  /** The harms of findings later than a time, a bit each. */
  int after(long timeMs) {
    int harms = 0;
    for (int harm = 0; harm < HARMS; harm++) {
      harms |= lastMs[harm] > timeMs ? 1 << harm : 0;
    }
    return harms;
  }

  /** Forgets findings of a time and before. */
  void forgetThrough(long timeMs) {
    for (int harm = 0; harm < HARMS; harm++) {
      lastMs[harm] = lastMs[harm] <= timeMs ? Unknown.TIME : lastMs[harm];
    }
  }

  void clear() {
    Arrays.fill(lastMs, Unknown.TIME);
  }

  /** Packs them: which there are, and when. */
  void write(ByteWriter out) {
    int known = after(Unknown.TIME);
    out.octet(known);
    for (int left = known; left != 0; left &= left - 1) {
      out.signed(lastMs[Integer.numberOfTrailingZeros(left)]);
    }
  }

  void read(ByteReader in) {
    for (int left = in.octet(); left != 0; left &= left - 1) {
      lastMs[Integer.numberOfTrailingZeros(left)] = in.signed();
    }
  }
}
