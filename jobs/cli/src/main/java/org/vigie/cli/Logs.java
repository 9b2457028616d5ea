package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/**
 * Where Flink and Kafka write their logs: into a file that is named when something fails, or, with
 * {@code --debug}, to standard error. To be prepared before the first of their classes is loaded.
 */
final class Logs {
  private static final String FILE = "vigie.log.file";
  private static final String APPENDER = "vigie.log.appender";
  private static final String LEVEL = "vigie.log.level";
  private static final String CONFIGURATION = "log4j2.configurationFile";

  private static final AtomicBoolean HOOKED = new AtomicBoolean();
  private static final AtomicBoolean KEPT = new AtomicBoolean();

  private Logs() {}

  static void prepare(boolean debug, boolean json) {
    if (json) {
      System.setProperty(CONFIGURATION, "log4j2-json.properties");
    }
    System.setProperty(APPENDER, debug ? "stderr" : "file");
    System.setProperty(LEVEL, debug ? "info" : "warn");
    if (!debug && System.getProperty(FILE) == null) {
      String name = "vigie-" + ProcessHandle.current().pid() + ".log";
      System.setProperty(FILE, Path.of(System.getProperty("java.io.tmpdir"), name).toString());
    }
    if (HOOKED.compareAndSet(false, true)) {
      Runtime.getRuntime().addShutdownHook(new Thread(Logs::dropUnlessKept, "drop-log"));
    }
  }

  /**
   * Sets logging up now. For commands that go on in several threads at once: the first loggers of
   * two threads would get into each other's way, and say so on standard error.
   */
  static void start() {
    LoggerFactory.getILoggerFactory();
  }

  /** Where they go while the process runs, in words. */
  static String place() {
    return "stderr".equals(System.getProperty(APPENDER))
        ? "on standard error"
        : System.getProperty(FILE, "nowhere");
  }

  /** The log, if anything was written to it; it stays when the process is gone. */
  static Optional<Path> keep() {
    KEPT.set(true);
    return Optional.ofNullable(System.getProperty(FILE)).map(Path::of).filter(Logs::hasContent);
  }

  /** However the process ends: a log that nobody was told of is litter. */
  private static void dropUnlessKept() {
    String file = System.getProperty(FILE);
    if (file != null && !KEPT.get()) {
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
