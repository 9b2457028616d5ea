package org.vigie.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory of this run alone, gone at its end unless the run failed; gone too when this JVM is
 * interrupted.
 */
final class WorkDirectory implements AutoCloseable {
  private final Path root;
  private boolean kept = true;
  private volatile boolean closed;

  /** Makes it under {@code parent}. */
  WorkDirectory(Path parent) throws IOException {
    root = Files.createTempDirectory(Files.createDirectories(parent), "vigie-bench-");
    Runtime.getRuntime().addShutdownHook(new Thread(this::clearIfOpen, "clear-work-directory"));
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

  /** Ends the processes that still write into it, and deletes it, unless it was closed. */
  void clearIfOpen() {
    if (closed) {
      return;
    }
    List<ProcessHandle> children = ProcessHandle.current().children().toList();
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().join());
    succeeded();
    close();
  }

  @Override
  public void close() {
    closed = true;
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
