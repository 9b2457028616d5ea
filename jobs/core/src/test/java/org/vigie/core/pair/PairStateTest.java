package org.vigie.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The sizes that docs/state.md tells. */
class PairStateTest {
  private static final long FIRST_MS = 1_719_345_600_000L;
  private static final long HALF_A_YEAR_MS = 180L * 24 * 3_600_000;

  @Test
  void takesTwelveBytesAfterOneMessage() {
    assertThat(pair(1, 0).encode()).hasSize(12);
  }

  @Test
  void takesEighteenBytesAfterAHundredThousandMessagesInHalfAYear() {
    assertThat(pair(100_000, HALF_A_YEAR_MS).encode()).hasSize(18);
  }

  @Test
  void takesTheNameOfAMeetingsPlaceBesides() {
    PairState pair = pair(1, 0);
    pair.place = "cell-81";

    assertThat(pair.encode()).hasSize(12 + "cell-81".length());
  }

  private static PairState pair(long messages, long lastingMs) {
    PairState pair = new PairState();
    pair.lowActed = true;
    pair.opened = true;
    pair.openedByLow = true;
    pair.unsolicited = true;
    pair.run = 1;
    pair.runByLow = true;
    pair.messages = messages;
    pair.firstMs = FIRST_MS;
    pair.lastMs = FIRST_MS + lastingMs;
    return pair;
  }
}
