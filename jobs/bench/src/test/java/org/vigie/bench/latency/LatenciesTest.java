package org.vigie.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The nearest rank, each event once, and what was never seen is counted as missing. */
final class LatenciesTest {
  private final Latencies latencies = new Latencies();

  @Test
  void takesTheNearestRank() {
    for (int i = 1; i <= 200; i++) {
      latencies.sent("e" + i, 0);
      latencies.seen("e" + i, i);
    }

    assertThat(latencies.percentileNanos(0.5)).hasValue(100);
    assertThat(latencies.percentileNanos(0.99)).hasValue(198);
    assertThat(latencies.percentileNanos(0.999)).hasValue(200);
    assertThat(latencies.percentileNanos(1)).hasValue(200);
  }

  @Test
  void countsAnEventOnce() {
    latencies.sent("e", 1_000_000);
    latencies.seen("e", 3_500_000);
    latencies.seen("e", 9_000_000);
    latencies.seen("never sent", 9_000_000);

    assertThat(latencies.count()).isEqualTo(1);
    assertThat(latencies.row("one")).isEqualTo("| one | 1 | 2.5 | 2.5 | 2.5 | 2.5 | 2.5 | 0 |");
  }

  @Test
  void countsOnlyWhatIsSentOnceMeasuringBegan() {
    latencies.sent("seen in time", 0);
    latencies.seen("seen in time", 7_000_000);
    latencies.sent("on its way", 0);
    latencies.begin();
    latencies.seen("on its way", 9_000_000);
    latencies.sent("measured", 0);
    latencies.seen("measured", 1_000_000);

    assertThat(latencies.row("one")).isEqualTo("| one | 1 | 1.0 | 1.0 | 1.0 | 1.0 | 1.0 | 0 |");
  }

  @Test
  void saysWhatIsMissing() {
    latencies.sent("lost", 1);

    assertThat(latencies.missing()).isEqualTo(1);
    assertThat(latencies.percentileNanos(0.5)).isEmpty();
    assertThat(latencies.row("none")).isEqualTo("| none | 0 | - | - | - | - | - | 1 |");
  }
}
