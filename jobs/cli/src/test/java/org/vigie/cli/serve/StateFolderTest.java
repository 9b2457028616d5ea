package org.vigie.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.detection.start.RestorePoint;

final class StateFolderTest {
  @TempDir private Path root;

  @Test
  void belongsToOneProcessAtATime() {
    try (StateFolder first = StateFolder.open(root, true)) {
      assertThat(first.isKept()).isTrue();
      assertThatThrownBy(() -> StateFolder.open(root, true))
          .isInstanceOfSatisfying(
              CommandFailedException.class,
              e -> assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
          .hasMessageContaining("in use by another vigie");
    }
    StateFolder.open(root, true).close();
  }

  @Test
  void holdsTheStateOfOneKafkaClusterOnly() {
    try (StateFolder folder = StateFolder.open(root, true)) {
      folder.requireCluster("one");
      folder.requireCluster("one");

      assertThatThrownBy(() -> folder.requireCluster("two"))
          .isInstanceOf(CommandFailedException.class)
          .hasMessageContaining("the Kafka cluster one, and this is the cluster two");
    }
  }

  @Test
  void findsTheNewestCompletePointFirst() throws IOException {
    try (StateFolder folder = StateFolder.open(root, true)) {
      Path old = point("checkpoints/job-a/chk-7", 1_000);
      Path newest = point("checkpoints/job-b/chk-2", 3_000);
      Path savepoint = point("savepoints/savepoint-1", 2_000);
      Files.createDirectories(root.resolve("checkpoints/job-b/chk-3"));

      assertThat(folder.restorePoints())
          .extracting(point -> Path.of(point.folder().toUri()))
          .containsExactly(newest, savepoint, old);
      assertThat(folder.restorePoints())
          .extracting(RestorePoint::isSavepoint)
          .containsExactly(false, true, false);
    }
  }

  @Test
  void saysWhatIsWrongWithAPointThatCannotBeRead() throws IOException {
    try (StateFolder folder = StateFolder.open(root, true)) {
      point("savepoints/savepoint-1", 1_000);

      assertThat(folder.restorePoints().get(0).damage()).isPresent();
    }
  }

  @Test
  void dropsWhatIsOlderThanASavepoint() throws IOException {
    try (StateFolder folder = StateFolder.open(root, true)) {
      Path old = point("checkpoints/job-a/chk-7", 1_000);
      Path savepoint = point("savepoints/savepoint-1", 2_000);

      folder.dropOlderThan(folder.restorePoints().get(0));

      assertThat(old).doesNotExist();
      assertThat(savepoint).exists();
    }
  }

  private Path point(String name, long timeMs) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Path metadata = Files.writeString(folder.resolve("_metadata"), "no metadata");
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(timeMs));
    return folder;
  }
}
