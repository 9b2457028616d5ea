package org.vigie.detection.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DurationsTest {
  @Test
  void speaksInTheLargestUnitThatFits() {
    assertThat(Durations.words(Duration.ofDays(7))).isEqualTo("7 d");
    assertThat(Durations.words(Duration.ofDays(1))).isEqualTo("24 h");
    assertThat(Durations.words(Duration.ofHours(1))).isEqualTo("1 h");
    assertThat(Durations.words(Duration.ofSeconds(90))).isEqualTo("90 s");
    assertThat(Durations.words(Duration.ofMillis(1_500))).isEqualTo("1500 ms");
    assertThat(Durations.words(Duration.ZERO)).isEqualTo("0 s");
  }
}
