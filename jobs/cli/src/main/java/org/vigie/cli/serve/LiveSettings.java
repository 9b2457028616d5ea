package org.vigie.cli.serve;

import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.vigie.cli.CommandFailedException;
import org.vigie.detection.start.RestorePoint;

/** How Flink is set up for a job that is to go on where it was. */
final class LiveSettings {
  private static final int CHECKPOINTS_RETAINED = 3;

  /** What the command itself decides, and the option of the command that changes it. */
  private static final Map<ConfigOption<String>, String> DECIDED =
      Map.of(
          CheckpointingOptions.CHECKPOINTS_DIRECTORY, "--dir",
          CheckpointingOptions.SAVEPOINT_DIRECTORY, "--dir");

  private LiveSettings() {}

  /**
   * Adds what is needed to keep checkpoints, and to go on from one.
   *
   * @throws CommandFailedException if something is given that the command itself decides
   */
  static void apply(Configuration config, StateFolder folder) {
    DECIDED.forEach((option, instead) -> refuse(config, option, instead));
    config.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.checkpoints().toUri().toString());
    config.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, folder.savepoints().toUri().toString());
    config.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    if (!config.contains(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS)) {
      config.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, CHECKPOINTS_RETAINED);
    }
  }

  /** Lets a job go on from a point, which is Flink's from then on: it deletes it when it can. */
  static void resume(Configuration config, RestorePoint point) {
    config.set(StateRecoveryOptions.SAVEPOINT_PATH, point.uri());
    config.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
  }

  private static void refuse(Configuration config, ConfigOption<?> option, String instead) {
    if (config.contains(option)) {
      throw CommandFailedException.usage(
          option.key() + " is decided by this command", "use " + instead);
    }
  }
}
