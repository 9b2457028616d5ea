package org.vigie.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.core.order.StopName;

class StopStepBenchmarkTest {
  @Test
  void hasStepsToTakeAndTheyComeToTheSameAgain() {
    StopStepBenchmark benchmark = prepared(StopName.SENDER);
    int steps = benchmark.steps();
    assertThat(steps).isGreaterThan(100);
    List<byte[]> once = Stream.generate(benchmark::step).limit(steps).toList();
    for (byte[] packed : once) {
      assertThat(Arrays.equals(benchmark.step(), packed)).isTrue();
    }
  }

  private static StopStepBenchmark prepared(StopName stop) {
    StopStepBenchmark benchmark = new StopStepBenchmark();
    benchmark.stop = stop;
    benchmark.events = 4_000;
    benchmark.prepare();
    return benchmark;
  }
}
