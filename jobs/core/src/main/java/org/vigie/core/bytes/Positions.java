package org.vigie.core.bytes;

import java.util.List;
import org.vigie.core.event.Position;

/** Packs where an event stands: a known topic takes one byte. */
public final class Positions {
  /** Append only: stored by index. Index 0 says that the topic's name follows. */
  private static final List<String> TOPICS =
      List.of("", "vigie.messages", "vigie.sessions", "vigie.interactions", "vigie.reviews");

  private Positions() {}

  /** Packs a position. */
  public static void write(Position position, ByteWriter out) {
    int known = Math.max(0, TOPICS.indexOf(position.topic()));
    out.octet(known);
    if (known == 0) {
      out.text(position.topic());
    }
    out.number(position.partition()).signed(position.offset());
  }

  /** Reads what {@link #write} packed. */
  public static Position read(ByteReader in) {
    int known = in.octet();
    String topic = known == 0 ? in.text() : TOPICS.get(known);
    return new Position(topic, in.count(), in.signed());
  }
}
