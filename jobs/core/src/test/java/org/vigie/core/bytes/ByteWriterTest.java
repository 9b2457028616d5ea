package org.vigie.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.core.event.Unknown;

final class ByteWriterTest {
  private static final long[] TIMES = {
    Unknown.TIME, Unknown.TIME + 1, -1, 0, 1, 1_719_345_600_000L, Long.MAX_VALUE - 1, Long.MAX_VALUE
  };

  @Test
  void readsBackEveryTimeAndNumber() {
    for (long value : TIMES) {
      byte[] packed = new ByteWriter(1).time(value).signed(value).fixed64(value).toBytes();
      ByteReader in = new ByteReader(packed);
      assertThat(in.time()).isEqualTo(value);
      assertThat(in.signed()).isEqualTo(value);
      assertThat(in.fixed64()).isEqualTo(value);
      assertThat(in.isAtEnd()).isTrue();
    }
  }

  @Test
  void spendsOneByteOnAnUnknownTime() {
    assertThat(new ByteWriter().time(Unknown.TIME).sizeBytes()).isEqualTo(1);
  }

  @Test
  void copiesTheRestOfAnArrayWithoutItsLength() {
    byte[] packed = new ByteWriter(1).octet(7).rest(new byte[] {1, 2, 3}, 1).toBytes();
    assertThat(packed).containsExactly(7, 2, 3);
  }
}
