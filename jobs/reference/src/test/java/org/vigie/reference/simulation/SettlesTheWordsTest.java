package org.vigie.reference.simulation;

import org.junit.jupiter.api.Test;

/** ORDER §5.1 by rules over every word for pairs, posts and media, over logs full of signs. */
final class SettlesTheWordsTest {
  @Test
  void settlesWhatTheReferenceSays() {
    Seeds.assertAll(
        Seeds.chosen(2_000),
        "SettlesTheWordsTest",
        (log, seed) -> Property.WORDS.differs(log, new Dice(seed).fork(), new Plumbing()),
        Chronicle::ofSigns);
  }
}
