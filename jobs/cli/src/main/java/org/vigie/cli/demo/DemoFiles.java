package org.vigie.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.alert.Alert;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.IoReason;
import org.vigie.cli.alert.LastRevisions;
import org.vigie.cli.replay.OutputFile;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.Recording;
import org.vigie.simulator.SimulatedEvent;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.truth.TruthLines;

/** Leaves a demo's events, truth and alerts in files, for other commands to be tried on. */
final class DemoFiles {
  static final String EVENTS = "events.jsonl";
  static final String ALERTS = "alerts.jsonl";
  static final String TRUTH = "truth.jsonl";

  private final Path folder;

  private DemoFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Files in a folder, which is made if it is not there.
   *
   * @throws CommandFailedException if it can't be made
   */
  static DemoFiles in(Path folder) {
    try {
      return new DemoFiles(Files.createDirectories(folder));
    } catch (IOException e) {
      throw CommandFailedException.usage(
          folder + " can't be made: " + IoReason.of(e), "name a folder that is yours to write to");
    }
  }

  /** Writes what the platform sent, with when it was recorded. */
  void writeEvents(DemoWorld world) {
    JsonLineWriter writer = new JsonLineWriter();
    try (OutputFile file = OutputFile.open(folder.resolve(EVENTS))) {
      for (SimulatedEvent event : world.events()) {
        file.writeLine(writer.write(event.record(), Recording.at(event.recordedMs())));
      }
    }
  }

  /** Writes who does harm, and who only looks like it. */
  void writeTruth(DemoWorld world) {
    try (OutputFile file = OutputFile.open(folder.resolve(TRUTH))) {
      for (TruthLine line : world.truth()) {
        file.writeLine(TruthLines.write(line).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Writes the last revision of every alert. */
  void writeAlerts(List<Alert> revisions) {
    LastRevisions last = new LastRevisions();
    revisions.forEach(last::add);
    try (OutputFile file = OutputFile.open(folder.resolve(ALERTS))) {
      file.write(last.sorted());
    }
  }

  Path path(String file) {
    return folder.resolve(file);
  }
}
