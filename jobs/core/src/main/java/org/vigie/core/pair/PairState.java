package org.vigie.core.pair;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.route.Profiled;

/**
 * What is kept of a pair: 12 to 18 bytes, and the name of a meeting's place. The low side is the
 * account with the smaller tag.
 */
final class PairState {
  private static final int VERSION = 2;

  boolean lowActed;
  boolean highActed;

  /** Whether the pair was opened, and then whether by the low side. */
  boolean opened;

  boolean openedByLow;
  boolean unsolicited;
  boolean answered;

  /** Messages of one side since the other last did something, and whose they are. */
  int run;

  boolean runByLow;
  long messages;

  /** First act, {@link Unknown#TIME} while there is none. */
  long firstMs = Unknown.TIME;

  /** Last act. */
  long lastMs = Unknown.TIME;

  /** Place of the latest meeting that named one. */
  String place = Unknown.ID;

  /** What the present instant brought; never stored, empty between instants. */
  final List<Profiled> occasion = new ArrayList<>(1);

  boolean exists() {
    return firstMs != Unknown.TIME;
  }

  boolean acted(boolean low) {
    return low ? lowActed : highActed;
  }

  byte @Nullable [] encode() {
    if (!exists()) {
      return null;
    }
    int flags =
        (lowActed ? 1 : 0)
            | (highActed ? 2 : 0)
            | (opened ? 4 : 0)
            | (openedByLow ? 8 : 0)
            | (answered ? 16 : 0)
            | (unsolicited ? 32 : 0)
            | (runByLow ? 64 : 0);
    ByteWriter out = new ByteWriter(32).octet(VERSION).octet(flags).octet(run).number(messages);
    return out.signed(firstMs).signed(lastMs - firstMs).text(place).toBytes();
  }

  static PairState decode(byte @Nullable [] stored) {
    PairState state = new PairState();
    if (stored != null) {
      ByteReader in = new ByteReader(stored);
      int version = in.octet();
      if (version != VERSION) {
        throw new IllegalStateException("pair state of version " + version);
      }
      int flags = in.octet();
      state.lowActed = (flags & 1) != 0;
      state.highActed = (flags & 2) != 0;
      state.opened = (flags & 4) != 0;
      state.openedByLow = (flags & 8) != 0;
      state.answered = (flags & 16) != 0;
      state.unsolicited = (flags & 32) != 0;
      state.runByLow = (flags & 64) != 0;
      state.run = in.octet();
      state.messages = in.number();
      state.firstMs = in.signed();
      state.lastMs = state.firstMs + in.signed();
      state.place = in.text();
    }
    return state;
  }

  void forget() {
    lowActed = false;
    highActed = false;
    opened = false;
    openedByLow = false;
    answered = false;
    unsolicited = false;
    run = 0;
    runByLow = false;
    messages = 0;
    firstMs = Unknown.TIME;
    lastMs = Unknown.TIME;
    place = Unknown.ID;
  }
}
