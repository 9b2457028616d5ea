package org.vigie.core.bytes;

import java.util.List;
import org.vigie.core.event.Position;
import org.vigie.core.event.Trace;

/** Packs where an event stands: a known topic takes one byte, no trace none. */
public final class Positions {
  /** Append only: stored by index. Index 0 says that the topic's name follows. */
  private static final List<String> TOPICS =
      List.of("", "vigie.messages", "vigie.sessions", "vigie.interactions", "vigie.reviews");

  /** On the octet of the topic: a trace follows. */
  private static final int WITH_TRACE = 0x80;

  private Positions() {}

  /** Packs a position. */
  public static void write(Position position, ByteWriter out) {
    int known = Math.max(0, TOPICS.indexOf(position.topic()));
    Trace trace = position.trace();
    out.octet(known | (trace.isKnown() ? WITH_TRACE : 0));
    if (known == 0) {
      out.text(position.topic());
    }
    out.number(position.partition()).signed(position.offset());
    if (trace.isKnown()) {
      out.fixed64(trace.idHigh()).fixed64(trace.idLow()).fixed64(trace.parent());
      out.octet(trace.flags());
    }
  }

  /** Reads what {@link #write} packed. */
  public static Position read(ByteReader in) {
    int first = in.octet();
    int known = first & ~WITH_TRACE;
    String topic = known == 0 ? in.text() : TOPICS.get(known);
    int partition = in.count();
    long offset = in.signed();
    Trace trace = (first & WITH_TRACE) != 0 ? readTrace(in) : Trace.NONE;
    return new Position(topic, partition, offset, trace);
  }

  private static Trace readTrace(ByteReader in) {
    return new Trace(in.fixed64(), in.fixed64(), in.fixed64(), in.octet());
  }
}
