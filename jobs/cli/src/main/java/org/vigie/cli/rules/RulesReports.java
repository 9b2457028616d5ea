package org.vigie.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.IoReason;

/** Writes reports for other tools. */
final class RulesReports {
  private RulesReports() {}

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw CommandFailedException.usage(
          file + " can't be written: " + IoReason.of(e), "name a file in a folder that exists");
    }
  }
}
