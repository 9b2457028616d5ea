package org.vigie.cli.simulate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.IoReason;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Progress;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.Recording;
import org.vigie.simulator.SimulatedEvent;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.truth.TruthLines;
import org.vigie.simulator.world.WorldListener;
import org.vigie.simulator.world.WorldSettings;

/** Writes what happens in a world into two files. */
final class WorldFiles implements WorldListener, AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 20;
  private static final int LOOK_EVERY = 4_096;

  private final OutputStream events;
  private final OutputStream truth;
  private final WorldSettings settings;
  private final Progress progress;
  private final JsonLineWriter writer = new JsonLineWriter();
  private long written;

  private WorldFiles(
      OutputStream events, OutputStream truth, WorldSettings settings, Progress progress) {
    this.events = events;
    this.truth = truth;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Opens both.
   *
   * @throws CommandFailedException if one can't be written
   */
  static WorldFiles open(Path events, Path truth, WorldSettings settings, Console console) {
    return new WorldFiles(open(events), open(truth), settings, console.progress());
  }

  @Override
  public void event(SimulatedEvent event) {
    line(events, writer.write(event.record(), Recording.at(event.recordedMs())));
    written++;
    if (written % LOOK_EVERY == 0) {
      long share =
          (event.recordedMs() - settings.startMs()) * 100 / (settings.endMs() - settings.startMs());
      progress.show("simulating: %d %%, %d events".formatted(share, written));
    }
  }

  @Override
  public void truth(TruthLine line) {
    line(truth, TruthLines.write(line).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    progress.clear();
    try (events;
        truth) {
      events.flush();
    } catch (IOException e) {
      throw full(e);
    }
  }

  private static void line(OutputStream out, byte[] line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw full(e);
    }
  }

  private static OutputStream open(Path path) {
    try {
      OutputStream file = Files.newOutputStream(path);
      boolean packed = String.valueOf(path.getFileName()).endsWith(".gz");
      return new BufferedOutputStream(
          packed ? new GZIPOutputStream(file, BUFFER_BYTES) : file, BUFFER_BYTES);
    } catch (IOException e) {
      throw CommandFailedException.usage(
          path + " can't be written: " + IoReason.of(e), "name a folder that is yours");
    }
  }

  private static CommandFailedException full(IOException e) {
    return CommandFailedException.environment(
        "a file can't be written: " + IoReason.of(e), "look whether the disk is full");
  }
}
