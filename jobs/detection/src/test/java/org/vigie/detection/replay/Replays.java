package org.vigie.detection.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.configuration.Configuration;
import org.vigie.alert.Alert;
import org.vigie.alert.DeadLetter;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.Samples;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.Refusal;

/** Runs replays of lines in memory, and keeps what they tell. */
public final class Replays implements ReplayListener {
  private static final long AS_OF_MS = Samples.START_MS + 30L * 24 * 3_600_000L;

  private final JsonLineWriter writer = new JsonLineWriter();
  private final List<String> revisions = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final ReplayCounts counts;

  private Replays(ReplayInput input, ReplaySettings settings, Configuration flink)
      throws Exception {
    counts = new Replay(settings, flink).run(List.of(input), this);
    revisions.sort(String::compareTo);
  }

  /** Replays lines with some options of Flink's. */
  public static Replays of(byte[] lines, Path folder, int parallelism, Configuration flink)
      throws Exception {
    ReplaySettings settings =
        new ReplaySettings(
            DetectionSettings.from(new Configuration()),
            LineFormat.JSONL,
            AS_OF_MS,
            parallelism,
            folder);
    ReplayInput input = ReplayInput.stream("memory", new ByteArrayInputStream(lines));
    return new Replays(input, settings, flink);
  }

  /** Events as lines. */
  public static byte[] lines(List<? extends SpecificRecord> events) {
    JsonLineWriter writer = new JsonLineWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (SpecificRecord event : events) {
      out.writeBytes(writer.write(event));
      out.write('\n');
    }
    return out.toByteArray();
  }

  @Override
  public void alert(Alert revision) {
    revisions.add(new String(writer.write(revision), StandardCharsets.UTF_8));
  }

  @Override
  public void refused(Refusal refusal, DeadLetter letter) {
    refusals.add(letter.getSourceTopic() + ":" + letter.getLine() + ": " + refusal.describe());
  }

  /** Settled revisions as JSON lines, sorted. */
  public List<String> revisions() {
    return revisions;
  }

  /** What was refused, in order. */
  List<String> refusals() {
    return refusals;
  }

  ReplayCounts counts() {
    return counts;
  }
}
