package org.vigie.cli.alert;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.vigie.alert.Alert;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.IoReason;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Printable;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.JsonLineReader;
import org.vigie.schemas.JsonLineStream;
import org.vigie.schemas.RecordKind;

/** Alerts as JSON Lines, from a file or from standard input. */
public final class AlertFile {
  static final String STANDARD_INPUT = "-";

  private AlertFile() {}

  /**
   * Reads all alerts; lines that are none are told and left out.
   *
   * @throws CommandFailedException if the file can't be opened or read
   */
  public static LastRevisions read(String name, Console console) {
    LastRevisions revisions = new LastRevisions();
    try (JsonLineStream lines =
        new JsonLineStream(open(name, console), JsonLineReader.of(RecordKind.ALERT))) {
      Optional<JsonLine> line = lines.next();
      while (line.isPresent()) {
        take(name, line.get(), revisions, console);
        line = lines.next();
      }
    } catch (IOException e) {
      throw CommandFailedException.usage(
          name + " can't be read: " + IoReason.of(e),
          "give a file of alerts as JSON Lines, or - for standard input");
    }
    return revisions;
  }

  private static void take(String name, JsonLine line, LastRevisions revisions, Console console) {
    if (line instanceof JsonLine.Read read && read.record() instanceof Alert alert) {
      revisions.add(alert);
    } else if (line instanceof JsonLine.Refused refused) {
      console.tell(
          Printable.of(name + ":" + refused.number() + ": " + refused.refusal().describe()));
    }
  }

  private static InputStream open(String name, Console console) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return console.in();
    }
    InputStream file = new BufferedInputStream(Files.newInputStream(Path.of(name)));
    return name.endsWith(".gz") ? new GZIPInputStream(file) : file;
  }
}
