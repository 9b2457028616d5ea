package org.vigie.cli.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.vigie.cli.Vigie;

/** The command line in a JVM of its own, which can be interrupted and killed. */
final class ChildVigie implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final List<String> OPENED = List.of("lang", "util", "net", "nio", "time");

  private final Process process;
  private final Path err;

  private ChildVigie(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  /**
   * Starts a command.
   *
   * @param folder receives what it writes to standard error, and its log
   * @param name tells its files from those of others
   */
  static ChildVigie start(Path folder, String name, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    OPENED.forEach(p -> command.add("--add-opens=java.base/java." + p + "=ALL-UNNAMED"));
    command.add("-Dvigie.log.file=" + folder.resolve(name + ".log"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Vigie.class.getName()));
    command.addAll(arguments);
    Path err = folder.resolve(name + ".err");
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    return new ChildVigie(process, err);
  }

  /** Waits for words on standard error. */
  ChildVigie await(String words) throws IOException {
    long untilNanos = System.nanoTime() + PATIENCE.toNanos();
    while (!said().contains(words)) {
      if (!process.isAlive() || System.nanoTime() > untilNanos) {
        throw new AssertionError("never said: " + words + "\nbut:\n" + said());
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return this;
  }

  /** What it has written to standard error so far. */
  String said() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }

  /** The next line of its standard output. */
  String line() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError("it ended:\n" + said());
    }
    return line;
  }

  /** Ends it without any chance to do anything (kill -9). */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends SIGTERM, and returns the exit code. */
  int interrupt() throws InterruptedException, IOException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end:\n" + said());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
