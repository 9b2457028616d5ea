package org.vigie.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertBenchmarkTest {
  @Test
  void raisesAlertsToMeasure() {
    AlertBenchmark benchmark = new AlertBenchmark();
    benchmark.alerts = 3;
    benchmark.find();

    for (int alert = 0; alert < 3; alert++) {
      assertThat(benchmark.fold()).isPositive();
      assertThat(benchmark.alert()).isGreaterThan(benchmark.fold());
    }
  }
}
