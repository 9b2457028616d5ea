package org.vigie.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory of this run alone, gone at its end unless the run failed. */
final class WorkDirectory implements AutoCloseable {
  private final Path root;
  private boolean kept = true;

  /** Makes it under {@code parent}. */
  WorkDirectory(Path parent) throws IOException {
    root = Files.createTempDirectory(Files.createDirectories(parent), "vigie-bench-");
  }

  Path root() {
    return root;
  }

  Path subdirectory(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }

  /** Says that nothing in it is needed any more to understand a failure. */
  void succeeded() {
    kept = false;
  }

  static void delete(Path directory) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(directory)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    try {
      delete(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
