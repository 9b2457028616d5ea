package org.vigie.cli.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.IoReason;
import org.vigie.cli.console.FolderDeletion;
import org.vigie.detection.start.RestorePoint;

/**
 * What a job keeps between runs: checkpoints while it runs, a savepoint when it was told to end,
 * and the name of the Kafka cluster that all of it is about. One process at a time uses it.
 */
final class StateFolder implements AutoCloseable {
  private static final String CLUSTER = "kafka-cluster";

  private final Path root;
  private final boolean kept;
  private final FileChannel lock;

  private StateFolder(Path root, boolean kept, FileChannel lock) {
    this.root = root;
    this.kept = kept;
    this.lock = lock;
  }

  /**
   * Opens a folder, which is made if it is not there.
   *
   * @param kept whether anybody comes back to it
   * @throws CommandFailedException if it can't be written, or another process has it
   */
  static StateFolder open(Path root, boolean kept) {
    try {
      Files.createDirectories(root);
      Path lockFile = root.resolve("lock");
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel) == null) {
        channel.close();
        throw CommandFailedException.environment(
            root + " is in use by another vigie", "end that one, or name another --dir");
      }
      return new StateFolder(root.toAbsolutePath(), kept, channel);
    } catch (IOException e) {
      throw CommandFailedException.usage(
          root + " can't be written: " + IoReason.of(e), "name a folder that is yours with --dir");
    }
  }

  /** Where a job keeps its state if nobody says where: with the user's other state. */
  static Path byDefault(String job) {
    String given = System.getenv("XDG_STATE_HOME");
    Path state =
        given == null || given.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(given);
    return state.resolve("vigie").resolve(job);
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      return null;
    }
  }

  Path root() {
    return root;
  }

  /** Whether anybody comes back to it. */
  boolean isKept() {
    return kept;
  }

  /** Where the broker of {@code serve} keeps its log. */
  Path broker() {
    return root.resolve("broker");
  }

  /** Where Flink works while it runs; nothing in it is needed later. */
  Path scratch() {
    Path scratch = root.resolve("scratch");
    try {
      FolderDeletion.of(scratch);
      return Files.createDirectories(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(scratch + " can't be made", e);
    }
  }

  Path checkpoints() {
    return root.resolve("checkpoints");
  }

  Path savepoints() {
    return root.resolve("savepoints");
  }

  /**
   * Holds the folder to one Kafka cluster: offsets of one mean nothing on another.
   *
   * @throws CommandFailedException if it holds state of another one
   */
  void requireCluster(String clusterId) {
    Path file = root.resolve(CLUSTER);
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, clusterId);
        return;
      }
      String known = Files.readString(file).strip();
      if (!known.equals(clusterId)) {
        throw CommandFailedException.environment(
            "%s holds the state of a job on the Kafka cluster %s, and this is the cluster %s"
                .formatted(root, known, clusterId),
            "name another --dir for this cluster");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read or written", e);
    }
  }

  /** Where a job can go on, the newest first. */
  List<RestorePoint> restorePoints() {
    try {
      return RestorePoint.in(List.of(flinkPath(savepoints()), flinkPath(checkpoints())));
    } catch (IOException e) {
      throw new UncheckedIOException(root + " can't be searched for checkpoints", e);
    }
  }

  private static org.apache.flink.core.fs.Path flinkPath(Path folder) {
    return new org.apache.flink.core.fs.Path(folder.toUri());
  }

  /** Takes away what is older than a savepoint, which needs nothing beside itself. */
  void dropOlderThan(RestorePoint savepoint) {
    try {
      for (RestorePoint point : restorePoints()) {
        if (point.timeMs() < savepoint.timeMs()) {
          FolderDeletion.of(Path.of(point.folder().toUri()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an old checkpoint can't be deleted", e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of " + root + " can't be let go", e);
    }
  }
}
