package org.vigie.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.cli.CommandFailedException;

/** Writes reports for other tools. */
final class RulesReports {
  private RulesReports() {}

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw CommandFailedException.usage(
          file + " can't be written: " + e.getMessage(), "name a file in a folder that exists");
    }
  }
}
