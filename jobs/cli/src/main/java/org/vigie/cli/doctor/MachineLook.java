package org.vigie.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.common.utils.AppInfoParser;
import org.vigie.cli.IoReason;

/** Looks at this machine. */
final class MachineLook {
  private static final int JAVA_LEAST = 17;
  private static final long MEBIBYTE = 1L << 20;
  private static final long HEAP_LEAST_BYTES = 512 * MEBIBYTE;
  private static final long MEMORY_LEAST_BYTES = 2048 * MEBIBYTE;

  private MachineLook() {}

  static List<Finding> findings(Configuration config) {
    return List.of(java(), libraries(), memory(), checkpoints(config));
  }

  private static Finding java() {
    String text = "Java " + Runtime.version() + ", " + System.getProperty("java.vendor");
    return Runtime.version().feature() >= JAVA_LEAST
        ? Finding.ok("java", text)
        : Finding.notOk("java", text, "use Java " + JAVA_LEAST + " or newer");
  }

  /** The connector's exactly-once sink calls what later clients lack. */
  private static Finding libraries() {
    String version = AppInfoParser.getVersion();
    String text = "kafka-clients " + version;
    return version.startsWith("4.2.")
        ? Finding.ok("libraries", text)
        : Finding.notOk("libraries", text, "use 4.2.x: others break exactly-once delivery");
  }

  private static Finding memory() {
    long heapBytes = Runtime.getRuntime().maxMemory();
    long machineBytes =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    String text =
        "heap up to %d MiB of %d MiB".formatted(heapBytes / MEBIBYTE, machineBytes / MEBIBYTE);
    return heapBytes >= HEAP_LEAST_BYTES && machineBytes >= MEMORY_LEAST_BYTES
        ? Finding.ok("memory", text)
        : Finding.notOk(
            "memory",
            text,
            "give a machine of 2 GiB or more, and a heap of 512 MiB (VIGIE_JAVA_OPTS=-Xmx1g)");
  }

  private static Finding checkpoints(Configuration config) {
    String name = "checkpoints";
    String folder = config.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
    if (folder == null) {
      return Finding.skipped(
          name, "execution.checkpointing.dir is not set: vigie run keeps them under its --dir");
    }
    URI uri = URI.create(folder);
    if (uri.getScheme() != null && !uri.getScheme().equals("file")) {
      return Finding.skipped(name, folder + " is not on this machine");
    }
    Path path = uri.getScheme() == null ? Path.of(folder) : Path.of(uri);
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, "doctor-", ".tmp"));
      return Finding.ok(name, path + " can be written");
    } catch (IOException e) {
      return Finding.notOk(
          name,
          path + " can't be written: " + IoReason.of(e),
          "make it writable, or name another folder");
    }
  }
}
