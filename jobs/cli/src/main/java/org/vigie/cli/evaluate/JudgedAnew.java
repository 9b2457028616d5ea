package org.vigie.cli.evaluate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.vigie.alert.Alert;
import org.vigie.alert.DeadLetter;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.alert.LastRevisions;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.replay.LineFormat;
import org.vigie.detection.replay.Replay;
import org.vigie.detection.replay.ReplayFailedException;
import org.vigie.detection.replay.ReplayInput;
import org.vigie.detection.replay.ReplayListener;
import org.vigie.detection.replay.ReplaySettings;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.Recording;
import org.vigie.schemas.Refusal;
import org.vigie.simulator.SimulatedEvent;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.world.World;
import org.vigie.simulator.world.WorldListener;
import org.vigie.simulator.world.WorldSettings;

/**
 * A world that was drawn and judged by the real job.
 *
 * @param alerts the last revision of each
 */
record JudgedAnew(List<TruthLine> truth, List<Alert> alerts) {
  private static final int PARALLELISM = 2;

  JudgedAnew {
    truth = List.copyOf(truth);
    alerts = List.copyOf(alerts);
  }

  /**
   * Draws it and judges it.
   *
   * @param folder where its events go meanwhile; exists
   */
  static JudgedAnew of(Variant variant, Path folder) throws InterruptedException {
    Path events = folder.resolve("events.jsonl");
    List<TruthLine> truth = draw(variant.world(), events);
    LastRevisions alerts = new LastRevisions();
    DetectionSettings detection =
        DetectionSettings.from(new Configuration()).withRules(variant.rules());
    long asOfMs = variant.world().endMs();
    try {
      new Replay(new ReplaySettings(detection, LineFormat.JSONL, asOfMs, PARALLELISM, folder))
          .run(List.of(ReplayInput.file(events)), new Collecting(alerts));
    } catch (IOException | ReplayFailedException e) {
      throw CommandFailedException.environment(
          "judging anew failed: " + e.getMessage(), "look whether memory and disk suffice");
    }
    return new JudgedAnew(truth, alerts.sorted());
  }

  /** The truth about a world, whose events are written. */
  static List<TruthLine> draw(WorldSettings world, Path events) {
    List<TruthLine> truth = new ArrayList<>();
    JsonLineWriter writer = new JsonLineWriter();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(events))) {
      World.run(
          world,
          new WorldListener() {
            @Override
            public void event(SimulatedEvent event) {
              write(out, writer.write(event.record(), Recording.at(event.recordedMs())));
            }

            @Override
            public void truth(TruthLine line) {
              truth.add(line);
            }
          });
    } catch (IOException | UncheckedIOException e) {
      throw CommandFailedException.environment(
          "events can't be written: " + e.getMessage(), "look whether the disk is full");
    }
    return truth;
  }

  private static void write(OutputStream out, byte[] line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Collecting(LastRevisions alerts) implements ReplayListener {
    @Override
    public void alert(Alert revision) {
      alerts.add(revision);
    }

    @Override
    public void refused(Refusal refusal, DeadLetter letter) {
      throw new IllegalStateException("a simulated event is refused: " + refusal.describe());
    }
  }
}
