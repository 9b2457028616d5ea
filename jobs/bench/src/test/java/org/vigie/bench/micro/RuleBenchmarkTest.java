package org.vigie.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBenchmarkTest {
  private static final int WARM_UP = 2_000;
  private static final int EVALUATIONS = 10_000;

  @ParameterizedTest
  @CsvSource({"0,UNKNOWN", "0,NEAR_MISS", "100,UNKNOWN", "100,NEAR_MISS"})
  void rulesThatDoNotFireAllocateNothing(int quietRules, AccountUnderJudgement account) {
    RuleBenchmark benchmark = new RuleBenchmark();
    benchmark.quietRules = quietRules;
    benchmark.account = account;
    benchmark.compile();
    assertThat(firedIn(benchmark, WARM_UP)).isZero();
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    long before = threads.getCurrentThreadAllocatedBytes();
    int fired = firedIn(benchmark, EVALUATIONS);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(fired).isZero();
    assertThat(bytes).as("bytes in %d evaluations", EVALUATIONS).isLessThan(EVALUATIONS / 10);
  }

  private static int firedIn(RuleBenchmark benchmark, int evaluations) {
    int fired = 0;
    for (int i = 0; i < evaluations; i++) {
      fired += benchmark.fired();
    }
    return fired;
  }
}
