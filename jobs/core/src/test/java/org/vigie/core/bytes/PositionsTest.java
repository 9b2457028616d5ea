package org.vigie.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.core.event.Position;
import org.vigie.core.event.Trace;

class PositionsTest {
  private static final Trace TRACE = new Trace(-1, 2, -3, 255);

  @Test
  void areReadAsTheyWereWritten() {
    for (String topic : new String[] {"vigie.messages", "vigie.reviews", "file", ""}) {
      for (Trace trace : new Trace[] {Trace.NONE, TRACE}) {
        Position position = new Position(topic, 3, 1L << 40, trace);
        assertThat(Positions.read(new ByteReader(written(position)))).isEqualTo(position);
      }
    }
  }

  @Test
  void takeTwentyFiveBytesMoreForATraceAndNoneWithout() {
    assertThat(written(new Position("vigie.messages", 0, 1))).hasSize(3);
    assertThat(written(new Position("vigie.messages", 0, 1, TRACE))).hasSize(28);
  }

  private static byte[] written(Position position) {
    ByteWriter out = new ByteWriter();
    Positions.write(position, out);
    return out.toBytes();
  }
}
