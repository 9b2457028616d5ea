package org.vigie.bench.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** The settings that every Flink peer runs with; PERFORMANCE §1 names them. */
final class FlinkSettings {
  /** Heap and collector of a peer's JVM, and what Flink needs opened on JDK 17. */
  static final List<String> JVM_ARGUMENTS =
      List.of(
          "-Xms3g",
          "-Xmx3g",
          "-XX:+UseG1GC",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED");

  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

  /** The last one is looked into while the job goes on taking others. */
  private static final int RETAINED_CHECKPOINTS = 5;

  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(100);
  private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(1024);

  private FlinkSettings() {}

  static Configuration of(PeerTask task) {
    Path directory = Path.of(task.directory());
    Configuration settings = new Configuration();
    settings.set(CoreOptions.DEFAULT_PARALLELISM, task.parallelism());
    settings.set(CoreOptions.TMP_DIRS, directory.resolve("tmp").toString());
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    settings.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED_CHECKPOINTS);
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory.resolve("checkpoints").toUri().toString());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return settings;
  }
}
