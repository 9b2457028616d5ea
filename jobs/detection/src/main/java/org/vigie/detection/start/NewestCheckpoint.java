package org.vigie.detection.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.detection.log.LogEvent;

/** Finds where a job left off, where nobody says it. */
public final class NewestCheckpoint {
  private static final Logger LOGGER = LoggerFactory.getLogger(NewestCheckpoint.class);

  private NewestCheckpoint() {}

  /**
   * Lets a job go on from its newest checkpoint or savepoint, if its options ask for that and name
   * none themselves. A checkpoint is Flink's from then on, which deletes it when newer ones are
   * complete; a savepoint stays its owner's.
   *
   * @param config options of job and Flink; where to go on is added
   * @throws IOException if the folders can't be searched
   */
  public static void restoreIn(Configuration config) throws IOException {
    if (!config.get(StartOptions.NEWEST_CHECKPOINT) || isRestored(config)) {
      return;
    }
    List<RestorePoint> points = RestorePoint.in(folders(config));
    Optional<RestorePoint> point =
        readable(points, (one, why) -> LogEvent.CHECKPOINT_UNREADABLE.log(LOGGER, one.uri(), why));
    if (point.isEmpty()) {
      return;
    }
    LogEvent.GOING_ON.log(LOGGER, point.get().uri());
    config.set(StateRecoveryOptions.SAVEPOINT_PATH, point.get().uri());
    if (!point.get().isSavepoint() && !config.contains(StateRecoveryOptions.RESTORE_MODE)) {
      config.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    }
  }

  /** Whether it is said where the job goes on. */
  public static boolean isRestored(Configuration config) {
    return config.getOptional(StateRecoveryOptions.SAVEPOINT_PATH).isPresent();
  }

  /**
   * The newest one whose metadata can be read.
   *
   * @param points the newest first
   * @param damaged is told of newer ones, and what is wrong with each
   */
  public static Optional<RestorePoint> readable(
      List<RestorePoint> points, BiConsumer<RestorePoint, String> damaged) {
    for (RestorePoint point : points) {
      Optional<String> damage = point.damage();
      if (damage.isEmpty()) {
        return Optional.of(point);
      }
      damaged.accept(point, damage.get());
    }
    return Optional.empty();
  }

  private static List<Path> folders(Configuration config) {
    List<Path> folders = new ArrayList<>();
    for (ConfigOption<String> option :
        List.of(
            CheckpointingOptions.CHECKPOINTS_DIRECTORY, CheckpointingOptions.SAVEPOINT_DIRECTORY)) {
      config.getOptional(option).map(Path::new).ifPresent(folders::add);
    }
    return folders;
  }
}
