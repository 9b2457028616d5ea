package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Flink and Kafka write their logs: into a file that is named when something fails, or, with
 * {@code --debug}, to standard error. To be prepared before the first of their classes is loaded.
 */
final class Logs {
  private static final String FILE = "vigie.log.file";
  private static final String APPENDER = "vigie.log.appender";
  private static final String LEVEL = "vigie.log.level";

  private Logs() {}

  static void prepare(boolean debug) {
    System.setProperty(APPENDER, debug ? "stderr" : "file");
    System.setProperty(LEVEL, debug ? "info" : "warn");
    if (!debug && System.getProperty(FILE) == null) {
      String name = "vigie-" + ProcessHandle.current().pid() + ".log";
      System.setProperty(FILE, Path.of(System.getProperty("java.io.tmpdir"), name).toString());
    }
  }

  /** The log, if anything was written to it. */
  static Optional<Path> file() {
    return Optional.ofNullable(System.getProperty(FILE)).map(Path::of).filter(Logs::hasContent);
  }

  /** Removes a log that nobody needs any more. */
  static void drop() {
    String file = System.getProperty(FILE);
    if (file != null) {
      try {
        Files.deleteIfExists(Path.of(file));
      } catch (IOException e) {
        // It stays in the temporary folder.
        return;
      }
    }
  }

  private static boolean hasContent(Path file) {
    try {
      return Files.size(file) > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
