package org.vigie.cli.serve;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;

/**
 * A completed checkpoint or savepoint. What tells a completed one is its metadata file, which Flink
 * writes last.
 *
 * @param folder where it is
 * @param timeMs when it was completed, epoch milliseconds
 */
record ResumePoint(Path folder, long timeMs) {
  private static final String METADATA = "_metadata";
  private static final int DEPTH_MAX = 3;

  /** Those under some folders, the newest first. */
  static List<ResumePoint> in(List<Path> roots) {
    List<ResumePoint> points = new ArrayList<>();
    for (Path root : roots) {
      if (Files.isDirectory(root)) {
        addAll(root, points);
      }
    }
    points.sort(Comparator.comparingLong(ResumePoint::timeMs).reversed());
    return points;
  }

  private static void addAll(Path root, List<ResumePoint> points) {
    try (Stream<Path> files = Files.find(root, DEPTH_MAX, (path, facts) -> isMetadata(path))) {
      for (Path file : files.toList()) {
        Path folder = file.getParent();
        if (folder != null) {
          points.add(new ResumePoint(folder, Files.getLastModifiedTime(file).toMillis()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(root + " can't be searched for checkpoints", e);
    }
  }

  private static boolean isMetadata(Path path) {
    return path.endsWith(METADATA);
  }

  /** Whether it needs nothing outside its folder. */
  boolean isSavepoint() {
    return folder.getFileName().toString().startsWith("savepoint-");
  }

  /** As Flink takes it. */
  String uri() {
    return folder.toUri().toString();
  }

  /** Why its metadata can't be read; empty if they can. */
  Optional<String> damage() {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve(METADATA)))) {
      Checkpoints.loadCheckpointMetadata(in, getClass().getClassLoader(), uri());
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Bytes that are no metadata are answered with exceptions of many kinds.
      return Optional.of(e.toString());
    }
  }
}
