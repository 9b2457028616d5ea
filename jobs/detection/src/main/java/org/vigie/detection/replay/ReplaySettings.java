package org.vigie.detection.replay;

import java.nio.file.Path;
import org.vigie.detection.DetectionSettings;

/**
 * How files are replayed.
 *
 * @param detection what the topology is built from, without an end
 * @param format how events stand in the files
 * @param asOfMs events more than 5 min after it are refused, epoch milliseconds
 * @param parallelism subtasks of each stop
 * @param folder where temporary files go; exists
 */
public record ReplaySettings(
    DetectionSettings detection, LineFormat format, long asOfMs, int parallelism, Path folder) {
  /** What most machines have. */
  public static final int PARALLELISM_DEFAULT = 2;

  public ReplaySettings {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism " + parallelism + " is below 1");
    }
  }
}
