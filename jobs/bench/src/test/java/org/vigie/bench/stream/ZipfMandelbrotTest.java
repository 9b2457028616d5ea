package org.vigie.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ZipfMandelbrotTest {
  @Test
  void firstRankIsDrawnAsOftenAsTheLawSays() {
    ZipfMandelbrot law = new ZipfMandelbrot(3, 1);
    SplitMix64 random = new SplitMix64(7);
    int[] drawn = new int[3];
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      drawn[law.rank(random.nextDouble())]++;
    }
    double sum = 1 / 2.0 + 1 / 3.0 + 1 / 4.0;
    assertThat(drawn[0] / (double) draws).isCloseTo(1 / 2.0 / sum, within(0.005));
    assertThat(drawn[1] / (double) draws).isCloseTo(1 / 3.0 / sum, within(0.005));
    assertThat(drawn[2] / (double) draws).isCloseTo(1 / 4.0 / sum, within(0.005));
  }

  @Test
  void bothEndsOfTheDrawAreRanks() {
    ZipfMandelbrot law = new ZipfMandelbrot(5, 50);
    assertThat(law.rank(0)).isZero();
    assertThat(law.rank(Math.nextDown(1.0))).isEqualTo(4);
  }
}
