package org.vigie.cli.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.IoReason;
import org.vigie.cli.console.JsonOutput;

/** A file of JSON Lines that a command leaves, also when there is nothing to write. */
public final class OutputFile implements AutoCloseable {
  private final Path path;
  private final OutputStream out;

  private OutputFile(Path path, OutputStream out) {
    this.path = path;
    this.out = out;
  }

  /**
   * Opens it at once, so that a long run does not end without.
   *
   * @throws CommandFailedException if it can't be opened
   */
  public static OutputFile open(Path path) {
    try {
      return new OutputFile(path, new BufferedOutputStream(Files.newOutputStream(path)));
    } catch (IOException e) {
      throw CommandFailedException.usage(
          path + " can't be written: " + IoReason.of(e),
          "name a file in a folder that exists and is yours");
    }
  }

  /** Opens it if one is named. */
  static @Nullable OutputFile openIfNamed(@Nullable Path path) {
    return path == null ? null : open(path);
  }

  /**
   * Writes records, one a line.
   *
   * @throws CommandFailedException if they can't be written
   */
  public void write(Collection<? extends SpecificRecord> records) {
    try {
      JsonOutput.write(records, out);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  /**
   * Writes a line as it is.
   *
   * @throws CommandFailedException if it can't be written
   */
  public void writeLine(byte[] line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private CommandFailedException notWritten(IOException e) {
    return CommandFailedException.environment(
        path + " can't be written: " + IoReason.of(e), "look whether the disk is full");
  }
}
