package org.vigie.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One child JVM. Everything that it prints goes to its log. */
public final class JavaProcess implements AutoCloseable {
  private static final Duration END_PATIENCE = Duration.ofSeconds(20);
  private static final int LOG_TAIL_LINES = 40;

  private final Launch launch;
  private final Process process;
  private final Path log;

  private JavaProcess(Launch launch, Process process, Path log) {
    this.launch = launch;
    this.process = process;
    this.log = log;
  }

  /**
   * What to start.
   *
   * @param name for messages and the log's name
   * @param classPath as Java takes it; holds {@link WatchedMain} too
   * @param jvmArguments heap and the like
   * @param main the class with the {@code main} method
   * @param arguments of that method
   * @param environment variables beside our own
   */
  public record Launch(
      String name,
      String classPath,
      List<String> jvmArguments,
      String main,
      List<String> arguments,
      Map<String, String> environment) {
    public Launch {
      jvmArguments = List.copyOf(jvmArguments);
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }
  }

  /** Starts a child whose log is added to under a folder. */
  public static JavaProcess start(Launch launch, Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(launch.jvmArguments());
    command.addAll(List.of("-cp", launch.classPath(), WatchedMain.class.getName(), launch.main()));
    command.addAll(launch.arguments());
    Path log = folder.resolve(launch.name() + ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(launch.environment());
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new JavaProcess(launch, builder.start(), log);
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed. */
  public String log() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end and returns its exit code. */
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Asks it to end (SIGTERM) and returns at once. */
  public void interrupt() {
    // By its handle: the process's own destroy() closes its input too, which ends it at once.
    process.toHandle().destroy();
  }

  /** Kill -9, of this process by its id. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Says what failed and shows the end of its log. */
  public IllegalStateException failure(String what) {
    List<String> lines = log().lines().toList();
    String tail =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    return new IllegalStateException(
        launch.name() + " (pid " + pid() + ") " + what + "; the end of " + log + ":\n" + tail);
  }

  /**
   * Ends it at once: {@code destroy} sends SIGTERM and closes its input, on which {@link
   * WatchedMain} halts the JVM, shutdown hooks or not. By force if even that takes too long.
   */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
