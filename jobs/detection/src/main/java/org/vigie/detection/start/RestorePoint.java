package org.vigie.detection.start;

import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;

/**
 * A completed checkpoint or savepoint. What tells a completed one is its metadata file, which Flink
 * writes last.
 *
 * @param folder where it is
 * @param timeMs when it was completed, epoch milliseconds
 */
public record RestorePoint(Path folder, long timeMs) {
  private static final String METADATA = "_metadata";

  /** Below a folder of checkpoints: a folder a job, in it one a checkpoint. */
  private static final int DEPTH_MAX = 2;

  /** Beside a job's checkpoints; they hold many files and none of them. */
  private static final Set<String> FILES_OF_STATE = Set.of("shared", "taskowned");

  /**
   * Those under some folders, the newest first; none under a folder that is not there.
   *
   * @throws IOException if one can't be listed
   */
  public static List<RestorePoint> in(List<Path> roots) throws IOException {
    List<RestorePoint> points = new ArrayList<>();
    for (Path root : roots) {
      addAll(root.getFileSystem(), root, DEPTH_MAX, points);
    }
    points.sort(Comparator.comparingLong(RestorePoint::timeMs).reversed());
    return points;
  }

  private static void addAll(FileSystem files, Path folder, int depth, List<RestorePoint> points)
      throws IOException {
    for (FileStatus entry : list(files, folder)) {
      String name = entry.getPath().getName();
      if (name.equals(METADATA)) {
        points.add(new RestorePoint(folder, entry.getModificationTime()));
      } else if (entry.isDir() && depth > 0 && !FILES_OF_STATE.contains(name)) {
        addAll(files, entry.getPath(), depth - 1, points);
      }
    }
  }

  /** Some file systems answer with nothing, others throw; a checkpoint may go meanwhile. */
  private static FileStatus[] list(FileSystem files, Path folder) throws IOException {
    try {
      FileStatus[] entries = files.listStatus(folder);
      return entries == null ? new FileStatus[0] : entries;
    } catch (FileNotFoundException gone) {
      return new FileStatus[0];
    }
  }

  /** Whether it needs nothing outside its folder. */
  public boolean isSavepoint() {
    return folder.getName().startsWith("savepoint-");
  }

  /** As Flink takes it. */
  public String uri() {
    return folder.toUri().toString();
  }

  /** Why its metadata can't be read; empty if they can. */
  public Optional<String> damage() {
    Path metadata = new Path(folder, METADATA);
    try (FSDataInputStream file = metadata.getFileSystem().open(metadata);
        DataInputStream in = new DataInputStream(file)) {
      Checkpoints.loadCheckpointMetadata(in, getClass().getClassLoader(), uri());
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Bytes that are no metadata are answered with exceptions of many kinds.
      return Optional.of(e.toString());
    }
  }
}
