package org.vigie.detection.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * One file to be replayed.
 *
 * @param name how it is called in reports
 * @param opening opens it; what it gives is closed after reading
 */
public record ReplayInput(String name, Opening opening) {
  private static final int BUFFER_BYTES = 64 * 1024;

  /** Opens a stream of lines, already unpacked. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Opens it.
     *
     * @throws IOException if it can't be opened
     */
    InputStream open() throws IOException;
  }

  /** A file; one whose name ends in {@code .gz} is unpacked. */
  public static ReplayInput file(Path path) {
    boolean packed = path.toString().endsWith(".gz");
    return new ReplayInput(
        path.toString(),
        () -> {
          InputStream in = Files.newInputStream(path);
          return packed ? new GZIPInputStream(in, BUFFER_BYTES) : in;
        });
  }

  /** What comes in on a stream, such as the standard input. */
  public static ReplayInput stream(String name, InputStream in) {
    return new ReplayInput(name, () -> in);
  }
}
