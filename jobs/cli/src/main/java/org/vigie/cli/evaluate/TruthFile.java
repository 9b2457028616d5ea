package org.vigie.cli.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.IoReason;
import org.vigie.cli.console.Printable;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.truth.TruthLines;

/** Reads the truth about a world. */
final class TruthFile {
  private TruthFile() {}

  /**
   * All of it.
   *
   * @throws CommandFailedException if it can't be read, or a line of it is no truth: with half of
   *     the truth every figure would be wrong
   */
  static List<TruthLine> read(Path file) {
    List<TruthLine> lines = new ArrayList<>();
    int number = 0;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          lines.add(TruthLines.read(line));
        }
      }
    } catch (IOException e) {
      throw CommandFailedException.usage(
          file + " can't be read: " + IoReason.of(e), "name a file that 'vigie simulate' wrote");
    } catch (IllegalArgumentException e) {
      throw CommandFailedException.usage(
          Printable.of("%s:%d: %s".formatted(file, number, e.getMessage())),
          "name a file that 'vigie simulate' wrote");
    }
    return lines;
  }
}
