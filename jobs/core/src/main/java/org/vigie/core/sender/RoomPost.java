package org.vigie.core.sender;

import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.rule.Table;

/** A message with codes in a room: a row of {@link Table#ROOM_POSTS}. */
record RoomPost(long room, Evidence evidence) {
  long timeMs() {
    return evidence.timeMs();
  }

  /** The room, then a flag a code. */
  long column(int column) {
    return column == 0 ? room : AccountFacts.flag((evidence.codes() & 1 << (column - 1)) != 0);
  }

  void write(ByteWriter out) {
    out.fixed64(room);
    evidence.write(out);
  }

  static RoomPost read(ByteReader in) {
    return new RoomPost(in.fixed64(), Evidence.read(in));
  }
}
