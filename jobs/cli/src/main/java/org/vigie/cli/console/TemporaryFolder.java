package org.vigie.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is gone when the command is, however it ends but by being killed outright. */
public final class TemporaryFolder implements AutoCloseable {
  private static final int TRIES = 3;

  private final Path path;
  private final Thread atExit;

  private TemporaryFolder(Path path) {
    this.path = path;
    this.atExit = new Thread(this::delete, "delete-temporary-folder");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Makes a folder in the system's temporary one.
   *
   * @throws UncheckedIOException if it can't be made
   */
  public static TemporaryFolder create(String prefix) {
    try {
      return new TemporaryFolder(Files.createTempDirectory(prefix));
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyEnding) {
      // The hook is running: it deletes as well.
      return;
    }
  }

  /** More than once, since someone may still write into it. */
  private void delete() {
    boolean gone = false;
    for (int left = TRIES; left > 0 && !gone; left--) {
      gone = deleteOnce();
    }
  }

  private boolean deleteOnce() {
    try {
      FolderDeletion.of(path);
      return true;
    } catch (IOException stillWrittenTo) {
      return false;
    }
  }
}
