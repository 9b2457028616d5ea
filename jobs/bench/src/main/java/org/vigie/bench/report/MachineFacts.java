package org.vigie.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * Where and when figures were taken; without it they mean nothing.
 *
 * @param date UTC
 * @param commit of the code measured, with {@code +changes} if the tree was not clean
 * @param cores that the JVM sees
 * @param memoryMiB of the machine, 0 where unknown
 * @param jdk runtime version and vendor
 * @param system operating system and version
 * @param load the system's load average over the last minute when the run began; above 1 on top of
 *     the bench, times are not worth keeping
 */
public record MachineFacts(
    String date, String commit, int cores, long memoryMiB, String jdk, String system, double load) {
  private static final Path MEMORY = Path.of("/proc/meminfo");

  /** Asks this machine. */
  public static MachineFacts here() throws IOException, InterruptedException {
    OperatingSystemMXBean bean = ManagementFactory.getOperatingSystemMXBean();
    return new MachineFacts(
        LocalDate.now(ZoneOffset.UTC).toString(),
        commitHere(),
        bean.getAvailableProcessors(),
        memoryHereMiB(),
        System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        bean.getSystemLoadAverage());
  }

  private static long memoryHereMiB() throws IOException {
    if (!Files.isReadable(MEMORY)) {
      return 0;
    }
    String first = Files.readAllLines(MEMORY).get(0);
    return Long.parseLong(first.replaceAll("\\D", "")) / 1024;
  }

  private static String commitHere() throws InterruptedException {
    String commit = git("rev-parse", "--short", "HEAD");
    return commit.isEmpty()
        ? "unknown"
        : commit + (git("status", "--porcelain").isEmpty() ? "" : "+changes");
  }

  /** What git prints, or nothing where there is no git or no repository. */
  private static String git(String... arguments) throws InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(10, TimeUnit.SECONDS);
      return printed.strip();
    } catch (IOException e) {
      return "";
    }
  }
}
