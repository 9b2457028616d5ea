package org.vigie.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

class ProcessGaugeTest {
  private static final long TICK_NANOS = 10_000_000;
  private static final long BURN_NANOS = 300_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final ProcessGauge gauge = new ProcessGauge();

  @Test
  void countsWhatAThreadBurnsAndNotMoreThanAllCoresCould() throws InterruptedException {
    long cpuBefore = gauge.cpuNanos();
    long wallBefore = System.nanoTime();
    Thread burner = new Thread(this::burn);
    burner.start();
    burner.join();
    long wallNanos = System.nanoTime() - wallBefore;
    long cpuNanos = gauge.cpuNanos() - cpuBefore;
    assertThat(cpuNanos).isGreaterThanOrEqualTo(BURN_NANOS - 2 * TICK_NANOS);
    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(cpuNanos).isLessThanOrEqualTo(cores * wallNanos + 2 * TICK_NANOS);
  }

  @Test
  void residentPeakIsAtLeastTheHeapInUse() throws IOException {
    long peak = ProcessGauge.residentPeakBytes();
    if (peak > 0) {
      assertThat(peak).isGreaterThan(16L << 20);
    }
  }

  private void burn() {
    while (threads.getCurrentThreadCpuTime() < BURN_NANOS) {
      Thread.onSpinWait();
    }
  }
}
