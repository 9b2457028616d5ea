package org.vigie.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One JVM started on this JVM's class path. It holds the child's standard input open and never
 * writes to it: the end of that stream is how a child learns that its parent is gone ({@link
 * ParentWatch}), so that none is left behind even after a kill -9 of the parent.
 */
public final class ChildJvm implements AutoCloseable {
  private static final Duration END_PATIENCE = Duration.ofSeconds(10);
  private static final int LOG_TAIL_LINES = 25;

  private final String name;
  private final Process process;
  private final Path log;

  private ChildJvm(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a child that nobody listens to.
   *
   * @param launch what to run
   * @param log receives all that it prints: a pipe that nobody empties would stop it when full
   */
  public static ChildJvm start(Launch launch, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(launch));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new ChildJvm(launch.name(), builder.start(), log);
  }

  /**
   * Starts a child whose {@link #output} the caller reads to its end.
   *
   * @param launch what to run
   * @param log receives its standard error
   */
  public static ChildJvm startHeard(Launch launch, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(launch));
    return new ChildJvm(launch.name(), builder.redirectError(log.toFile()).start(), log);
  }

  private static List<String> command(Launch launch) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(launch.jvmArguments());
    command.add("-Dlog4j2.configurationFile=log4j2-bench.properties");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(launch.main().getName());
    command.addAll(launch.arguments());
    return command;
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Lines that it prints; at most one reader. */
  public BufferedReader output() {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  /** CPU time used so far by all its threads, in steps of a kernel clock tick (10 ms). */
  public long cpuNanos() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  /** Waits for its end and returns its exit code. */
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Says what failed, whether the child still runs, and shows the end of its log. */
  public String failure(String what) {
    String state = isAlive() ? "it still runs" : "it ended with exit code " + process.exitValue();
    return "%s (pid %d) %s; %s; the end of %s:%n%s"
        .formatted(name, pid(), what, state, log, logTail());
  }

  private String logTail() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends this one process: politely, then, after ten seconds, by force. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What to start.
   *
   * @param name for messages
   * @param main the class with the {@code main} method
   * @param jvmArguments heap, collector and the like
   * @param arguments of the main method
   */
  public record Launch(
      String name, Class<?> main, List<String> jvmArguments, List<String> arguments) {
    public Launch {
      jvmArguments = List.copyOf(jvmArguments);
      arguments = List.copyOf(arguments);
    }
  }
}
