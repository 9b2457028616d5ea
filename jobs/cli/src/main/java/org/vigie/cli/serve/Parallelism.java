package org.vigie.cli.serve;

import org.vigie.cli.CommandFailedException;
import org.vigie.detection.DetectionTopology;

/** How many subtasks each stop has. */
final class Parallelism {
  private static final int MOST_BY_ITSELF = 4;

  /** As many as processors, but no more than the fewest partitions that the topics can have. */
  static final int DEFAULT = Math.min(MOST_BY_ITSELF, Runtime.getRuntime().availableProcessors());

  private Parallelism() {}

  /**
   * Refuses what can't be.
   *
   * @throws CommandFailedException if it is out of range
   */
  static void require(int parallelism) {
    if (parallelism < 1 || parallelism > DetectionTopology.MAX_PARALLELISM) {
      throw CommandFailedException.notAllowed(
          "--parallelism " + parallelism + " is out of range",
          "1 to " + DetectionTopology.MAX_PARALLELISM);
    }
  }
}
