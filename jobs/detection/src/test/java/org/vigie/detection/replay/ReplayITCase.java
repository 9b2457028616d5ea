package org.vigie.detection.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alert.Alert;
import org.vigie.alert.DeadLetter;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.EngineRun;
import org.vigie.detection.Samples;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.Refusal;

final class ReplayITCase {
  private static final Configuration PLAIN = new Configuration();

  @TempDir Path folder;

  @Test
  void findsWhatTheEngineFindsOnOneThread() throws Exception {
    List<SpecificRecord> events = Samples.platform(1);

    Replays replay = Replays.of(Replays.lines(events), folder, 2, PLAIN);

    assertThat(replay.revisions()).isEqualTo(EngineRun.revisions(events));
    assertThat(replay.revisions())
        .anyMatch(line -> line.contains("\"rule\":\"G1\""))
        .anyMatch(line -> line.contains("\"rule\":\"G2\""))
        .anyMatch(line -> line.contains("\"rule\":\"A4\""))
        .anyMatch(line -> line.contains("\"rule\":\"M1\""));
    assertThat(replay.counts().accepted()).isEqualTo(events.size());
    assertThat(replay.counts().revisions()).isEqualTo(replay.revisions().size());
  }

  @Test
  void givesTheSameBytesForAnyOrderWithRepetitionsAndGarbage() throws Exception {
    List<SpecificRecord> events = Samples.platform(2);
    List<String> expected = Replays.of(Replays.lines(events), folder, 1, PLAIN).revisions();
    List<SpecificRecord> twice = new ArrayList<>(events);
    twice.addAll(events);
    Collections.shuffle(twice, new Random(3));
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes("{\"type\":\"message\"\n".getBytes(StandardCharsets.UTF_8));
    lines.write(0xFF);
    lines.write('\n');
    lines.writeBytes(Replays.lines(twice));
    lines.writeBytes("{\"type\":\"mesage\"}\n\n".getBytes(StandardCharsets.UTF_8));
    lines.writeBytes(message("\"sender\":7,\"recipients\":[\"b\"],\"channel\":\"DIRECT\""));
    lines.writeBytes(message("\"sender\":\"a\",\"recipients\":[\"b\"],\"channel\":\"DIRCT\""));
    String crowd = "\"b\",".repeat(4_999) + "\"b\"";
    lines.writeBytes(
        message("\"sender\":\"a\",\"recipients\":[" + crowd + "],\"channel\":\"GROUP\""));
    lines.writeBytes(
        Replays.lines(List.of(Samples.message("far", "a1", "b1", 32_503_680_000_000L))));

    Replays replay = Replays.of(lines.toByteArray(), folder, 4, withoutObjectReuse());

    assertThat(replay.revisions()).isEqualTo(expected);
    assertThat(replay.counts().lines()).isEqualTo(twice.size() + 7L);
    assertThat(replay.counts().refused()).isEqualTo(7);
    assertThat(replay.refusals()).hasSize(7);
    assertThat(replay.refusals().get(0)).startsWith("memory:1: ").contains("UNREADABLE");
    assertThat(replay.refusals().get(1)).startsWith("memory:2: ").contains("UNREADABLE");
    assertThat(replay.refusals().get(2)).contains("nearest: message").contains("BAD_VALUE");
    assertThat(replay.refusals().get(3)).contains("sender").contains("BAD_VALUE");
    assertThat(replay.refusals().get(4)).contains("channel").contains("nearest: DIRECT");
    assertThat(replay.refusals().get(5)).contains("recipients").contains("TOO_LARGE");
    assertThat(replay.refusals().get(6))
        .contains("FUTURE_TIME")
        .contains("time: 3000-01-01T00:00:00Z lies more than 5 min after --as-of");
  }

  private static byte[] message(String fields) {
    String head = "{\"type\":\"message\",\"event_id\":\"g\",\"community\":\"c1\",\"time\":";
    return (head + Samples.START_MS + "," + fields + "}\n").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsPackedContactGraphs() throws Exception {
    Path packed = folder.resolve("graph.txt.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("1 2 100\n1 2 100\nx\n2 1 50\n".getBytes(StandardCharsets.UTF_8));
    }
    Heard heard = new Heard();

    ReplayCounts counts =
        new Replay(settings(LineFormat.SNAP)).run(List.of(ReplayInput.file(packed)), heard);

    assertThat(counts.of(RecordKind.MESSAGE)).isEqualTo(3);
    assertThat(counts.refused()).isEqualTo(1);
    assertThat(counts.endMs()).isEqualTo(100_000);
    assertThat(heard.sorted).isEqualTo(counts);
  }

  @Test
  void judgesALineThatSaysWhenItWasRecordedAsItWasLive() throws Exception {
    String line =
        """
        {"type":"message","event_id":"m1","community":"c1","time":%d,"sender":"a","recipients":["b"],\
        "channel":"DIRECT","recorded":%d,"topic":"vigie.messages","partition":3,"offset":9}
        """
            .formatted(Samples.START_MS, Samples.START_MS + 25 * 3_600_000L);

    Replays replay = Replays.of(line.getBytes(StandardCharsets.UTF_8), folder, 1, PLAIN);

    assertThat(replay.refusals()).singleElement().asString().contains("STALE");
  }

  @Test
  void saysWhichFileCanNotBeOpened() {
    Path missing = folder.resolve("missing.jsonl");

    assertThatThrownBy(
            () ->
                new Replay(settings(LineFormat.JSONL))
                    .run(List.of(ReplayInput.file(missing)), new Heard()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing.jsonl");
    assertThat(folder.toFile().list()).isEmpty();
  }

  private ReplaySettings settings(LineFormat format) {
    return new ReplaySettings(
        DetectionSettings.from(new Configuration()), format, Samples.START_MS, 2, folder);
  }

  private static Configuration withoutObjectReuse() {
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.OBJECT_REUSE, false);
    return flink;
  }

  private static final class Heard implements ReplayListener {
    private ReplayCounts sorted = new ReplayCounts(0, Map.of(), 0, 0, 0, 0, 0);

    @Override
    public void alert(Alert revision) {
      throw new AssertionError("nothing is to be found, but was " + revision.getAlertId());
    }

    @Override
    public void refused(Refusal refusal, DeadLetter letter) {
      assertThat(letter.getLine()).isEqualTo(3);
    }

    @Override
    public void sorted(ReplayCounts soFar) {
      sorted = soFar;
    }
  }
}
