package org.vigie.detection.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewestCheckpointTest {
  private final Configuration config = new Configuration();
  @TempDir private Path root;

  @BeforeEach
  void options() {
    config.set(StartOptions.NEWEST_CHECKPOINT, true);
    config.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, root.resolve("checkpoints").toUri().toString());
    config.set(
        CheckpointingOptions.SAVEPOINT_DIRECTORY, root.resolve("savepoints").toUri().toString());
  }

  @Test
  void takesTheNewestOfAllJobsAndLetsFlinkOwnIt() throws IOException {
    point("checkpoints/job-a/chk-7", 1_000);
    Path newest = point("checkpoints/job-b/chk-2", 3_000);
    point("savepoints/savepoint-1", 2_000);

    assertThat(restored()).hasValueSatisfying(uri -> assertThat(uri).endsWith(tail(newest)));
    assertThat(config.get(StateRecoveryOptions.RESTORE_MODE)).isEqualTo(RecoveryClaimMode.CLAIM);
  }

  @Test
  void leavesASavepointToWhoeverTookIt() throws IOException {
    point("checkpoints/job-a/chk-7", 1_000);
    Path savepoint = point("savepoints/savepoint-1", 2_000);

    assertThat(restored()).hasValueSatisfying(uri -> assertThat(uri).endsWith(tail(savepoint)));
    assertThat(config.getOptional(StateRecoveryOptions.RESTORE_MODE)).isEmpty();
  }

  @Test
  void goesBackToTheOneBeforeWhereTheNewestIsDamagedOrWasNeverFinished() throws IOException {
    Path good = point("checkpoints/job-a/chk-7", 1_000);
    Path cut = point("checkpoints/job-a/chk-8", 2_000).resolve("_metadata");
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, List.of(), java.nio.charset.StandardCharsets.UTF_8);
    Files.setLastModifiedTime(cut, FileTime.fromMillis(2_000));
    Path flipped = point("checkpoints/job-a/chk-9", 3_000).resolve("_metadata");
    whole[0] ^= 1;
    Files.write(flipped, whole);
    Files.setLastModifiedTime(flipped, FileTime.fromMillis(3_000));
    Files.createDirectories(root.resolve("checkpoints/job-a/chk-10"));

    assertThat(restored()).hasValueSatisfying(uri -> assertThat(uri).endsWith(tail(good)));
  }

  @Test
  void doesNotLookAmongFilesOfState() throws IOException {
    point("checkpoints/job-a/shared", 1_000);
    point("checkpoints/job-a/taskowned", 1_000);

    assertThat(restored()).isEmpty();
  }

  @Test
  void beginsAnewWhereThereIsNoFolderOrNothingInIt() throws IOException {
    assertThat(restored()).isEmpty();

    Files.createDirectories(root.resolve("checkpoints/job-a"));
    assertThat(restored()).isEmpty();
  }

  @Test
  void leavesTheChoiceToWhoeverNamesOne() throws IOException {
    point("checkpoints/job-a/chk-7", 1_000);
    config.set(StateRecoveryOptions.SAVEPOINT_PATH, "file:///elsewhere");

    assertThat(restored()).contains("file:///elsewhere");
  }

  @Test
  void looksForNoneUnlessAsked() throws IOException {
    point("checkpoints/job-a/chk-7", 1_000);
    config.removeConfig(StartOptions.NEWEST_CHECKPOINT);

    assertThat(restored()).isEmpty();
  }

  private Optional<String> restored() throws IOException {
    NewestCheckpoint.restoreIn(config);
    return config.getOptional(StateRecoveryOptions.SAVEPOINT_PATH);
  }

  private String tail(Path point) {
    return root.relativize(point).toString().replace('\\', '/');
  }

  /** A complete one, of a job without state. */
  private Path point(String name, long timeMs) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Path metadata = folder.resolve("_metadata");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(metadata))) {
      Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(1, List.of(), List.of()), out);
    }
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(timeMs));
    return folder;
  }
}
