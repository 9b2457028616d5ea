package org.vigie.detection;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How Flink must be set up for the job, and how it may be where nobody says otherwise. */
public final class JobConfiguration {
  private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(100);
  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(5);
  private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(256);
  private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(64);

  private JobConfiguration() {}

  /**
   * What the job runs with.
   *
   * @param given options of the caller; they win but where the job would be wrong with them
   */
  public static Configuration of(Configuration given) {
    Configuration config = new Configuration(given);
    // Nothing falls to Kryo, and no state hangs on a generated name.
    config.set(PipelineOptions.GENERIC_TYPES, false);
    config.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    config.set(PipelineOptions.MAX_PARALLELISM, DetectionTopology.MAX_PARALLELISM);
    // With these on, watermarks can freeze and records be lost (FLINK-40101, FLINK-39481).
    config.set(CheckpointingOptions.ENABLE_UNALIGNED_INTERRUPTIBLE_TIMERS, false);
    // All that flows is immutable.
    prefer(config, PipelineOptions.OBJECT_REUSE, true);
    prefer(config, PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
    prefer(config, ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
    prefer(config, StateBackendOptions.STATE_BACKEND, "rocksdb");
    prefer(config, CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    prefer(config, CheckpointingOptions.ENABLE_UNALIGNED, false);
    return config;
  }

  /**
   * Flink inside this process, small and started in a second or two.
   *
   * @param given options of the caller
   * @param folder where RocksDB and spilled data go; exists
   */
  public static StreamExecutionEnvironment local(
      Configuration given, int parallelism, Path folder) {
    Configuration config = of(given);
    prefer(config, TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
    prefer(config, TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
    prefer(config, TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
    prefer(config, CoreOptions.TMP_DIRS, folder.toString());
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, config);
  }

  private static <T> void prefer(Configuration config, ConfigOption<T> option, T value) {
    if (!config.contains(option)) {
      config.set(option, value);
    }
  }
}
