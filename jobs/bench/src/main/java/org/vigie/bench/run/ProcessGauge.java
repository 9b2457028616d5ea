package org.vigie.bench.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads what this process has used. CPU comes from the JVM's own bean ({@code getProcessCpuTime}:
 * user and system time of every thread of the process, native ones included, in steps of one kernel
 * tick, 10 ms), the peak of resident memory from Linux' {@code VmHWM}.
 */
final class ProcessGauge {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** CPU time of the whole process so far. */
  long cpuNanos() {
    return system.getProcessCpuTime();
  }

  /** Highest resident size so far in bytes, 0 where the platform does not tell. */
  static long residentPeakBytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith(PEAK)) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    return 0;
  }
}
