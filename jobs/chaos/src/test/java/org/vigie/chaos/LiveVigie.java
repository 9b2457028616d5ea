package org.vigie.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.chaos.process.Await;
import org.vigie.chaos.process.JavaProcess;
import org.vigie.cli.Vigie;

/** {@code vigie run} or {@code vigie serve} in a JVM of its own, to be killed or interrupted. */
final class LiveVigie implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final List<String> OPENED = List.of("lang", "util", "net", "nio", "time");
  private static final String CHECKPOINT = "chk-";

  private final JavaProcess process;
  private final Path state;

  private LiveVigie(JavaProcess process, Path state) {
    this.process = process;
    this.state = state;
  }

  /**
   * Starts it on the state under a folder, with a checkpoint every second, and waits until it runs.
   *
   * @param name of its log in the folder
   * @param arguments of the command line, without the folder
   * @param ready what it says when it runs
   */
  static LiveVigie start(Path folder, String name, List<String> arguments, String ready)
      throws IOException, InterruptedException {
    Path state = folder.resolve("state");
    List<String> jvm = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseSerialGC"));
    jvm.add("-XX:TieredStopAtLevel=1");
    OPENED.forEach(one -> jvm.add("--add-opens=java.base/java." + one + "=ALL-UNNAMED"));
    jvm.add("-Dvigie.log.file=" + folder.resolve(name + "-vigie.log"));
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--dir", state.toString(), "--parallelism", "2"));
    all.addAll(List.of("-D", "execution.checkpointing.interval=1s"));
    JavaProcess.Launch launch =
        new JavaProcess.Launch(
            name, System.getProperty("java.class.path"), jvm, Vigie.class.getName(), all, Map.of());
    LiveVigie vigie = new LiveVigie(JavaProcess.start(launch, folder), state);
    try {
      vigie.await(ready);
      return vigie;
    } catch (IllegalStateException | InterruptedException e) {
      vigie.close();
      throw e;
    }
  }

  private void await(String words) throws InterruptedException {
    Await.until(
        words,
        PATIENCE,
        () -> {
          if (said().contains(words)) {
            return true;
          }
          if (!process.isAlive()) {
            throw process.failure("ended");
          }
          return false;
        });
  }

  /** What it has written so far. */
  String said() {
    return process.log();
  }

  /** Where savepoints go. */
  Path savepoints() {
    return state.resolve("savepoints");
  }

  /** Waits for a checkpoint that is completed from now on. */
  void awaitCheckpoint() throws InterruptedException {
    long before = newestCheckpoint();
    Await.until("a checkpoint is completed", PATIENCE, () -> newestCheckpoint() > before);
  }

  /** Their numbers go on rising over restarts. */
  private long newestCheckpoint() {
    long newest = 0;
    for (File job : children(state.resolve("checkpoints").toFile())) {
      for (File one : children(job)) {
        if (one.getName().startsWith(CHECKPOINT)
            && Files.exists(one.toPath().resolve("_metadata"))) {
          newest = Math.max(newest, Long.parseLong(one.getName().substring(CHECKPOINT.length())));
        }
      }
    }
    return newest;
  }

  /** None of a folder that is gone: old checkpoints are deleted meanwhile. */
  private static List<File> children(File folder) {
    File[] files = folder.listFiles();
    return files == null ? List.of() : List.of(files);
  }

  /** Kill -9. */
  void kill() throws InterruptedException {
    process.kill();
  }

  /** Sends SIGTERM, and returns the exit code. */
  int interrupt() throws InterruptedException {
    process.interrupt();
    return process.awaitEnd();
  }

  @Override
  public void close() {
    process.close();
  }
}
