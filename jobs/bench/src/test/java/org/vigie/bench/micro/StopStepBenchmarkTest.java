package org.vigie.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.core.order.StopName;

class StopStepBenchmarkTest {
  @ParameterizedTest
  @EnumSource(names = {"RECIPIENT", "PAIR", "SENDER"})
  void everyStopHasStepsToTakeAndTheyTakeTheSameAgain(StopName stop) {
    StopStepBenchmark one = prepared(stop);
    StopStepBenchmark other = prepared(stop);
    for (int i = 0; i < 500; i++) {
      assertThat(one.step()).isEqualTo(other.step());
    }
  }

  private static StopStepBenchmark prepared(StopName stop) {
    StopStepBenchmark benchmark = new StopStepBenchmark();
    benchmark.stop = stop;
    benchmark.events = 5_000;
    benchmark.prepare();
    return benchmark;
  }
}
