package org.vigie.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.vigie.bench.process.ChildJvm;

/** Starts a {@link PeerMain}, follows it, and brings its result home. */
public final class PeerProcess {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PeerProcess() {}

  /**
   * Runs a peer to its end in a JVM of its own.
   *
   * @param task what to do; its directory must exist and receives the process's log too
   * @param progress told how many records have been read, about once a second
   * @throws IllegalStateException if the peer fails; the message carries the end of its log
   */
  public static PeerResult run(PeerTask task, LongConsumer progress)
      throws IOException, InterruptedException {
    Path directory = Path.of(task.directory());
    Path taskFile = directory.resolve("task.json");
    Path resultFile = directory.resolve("result.json");
    JSON.writeValue(taskFile.toFile(), task);
    List<String> jvmArguments = new ArrayList<>(FlinkSettings.JVM_ARGUMENTS);
    jvmArguments.addAll(task.jvmArguments());
    ChildJvm.Launch launch =
        new ChildJvm.Launch(
            task.peer(),
            PeerMain.class,
            jvmArguments,
            List.of(taskFile.toString(), resultFile.toString()));
    try (ChildJvm child = ChildJvm.startHeard(launch, directory.resolve("peer.log"))) {
      follow(child, progress);
      int exitCode = child.awaitEnd();
      if (exitCode != 0 || !Files.exists(resultFile)) {
        throw new IllegalStateException(child.failure(exitCode == 0 ? "left no result" : "failed"));
      }
    }
    return JSON.readValue(resultFile.toFile(), PeerResult.class);
  }

  private static void follow(ChildJvm child, LongConsumer progress) throws IOException {
    try (BufferedReader output = child.output()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(PeerMain.READ)) {
          progress.accept(Long.parseLong(line.substring(PeerMain.READ.length())));
        }
      }
    }
  }
}
