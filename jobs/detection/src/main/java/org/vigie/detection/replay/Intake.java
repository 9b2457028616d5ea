package org.vigie.detection.replay;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.alert.DeadLetterCode;
import org.vigie.core.event.Trace;
import org.vigie.core.route.EffectiveTime;
import org.vigie.detection.decode.DeadLetters;
import org.vigie.detection.decode.Decoder;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.decode.LogRecord;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.Recording;
import org.vigie.schemas.Refusal;

/**
 * Reads all lines once: judges each as the job would, reports the refused ones with their place,
 * and sorts the rest by the time at which they count.
 */
final class Intake {
  /** How far ahead of --as-of a line may be (CONTRACT §7). */
  private static final long AHEAD_MS_MAX = 5 * 60_000L;

  private final ReplaySettings settings;
  private final ReplayListener listener;
  private final RecordSorter sorter;
  private final Decoder decoder;
  private final DeadLetters letters;
  private final EventEncoder encoder = new EventEncoder();
  private final Map<RecordKind, Long> events = new EnumMap<>(RecordKind.class);
  private long lines;
  private long refused;
  private long clamped;

  Intake(ReplaySettings settings, RecordSorter sorter, ReplayListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.sorter = sorter;
    this.decoder =
        new Decoder(settings.detection().stops().idSecret(), settings.detection().decode());
    this.letters = new DeadLetters(settings.detection().decode().deadLetterPayload());
  }

  /**
   * Reads all files.
   *
   * @throws IOException if one can't be opened or read; its message names the file
   */
  SortedFile read(List<ReplayInput> inputs) throws IOException {
    for (ReplayInput input : inputs) {
      try (Lines in = settings.format().open(input.opening().open())) {
        Optional<JsonLine> line = in.next();
        while (line.isPresent()) {
          take(input.name(), line.get());
          line = in.next();
        }
      }
    }
    return sorter.finish(settings.format().repetition());
  }

  ReplayCounts counts(long endMs) {
    return new ReplayCounts(lines, events, refused, clamped, decoder.unknownCodes(), endMs, 0);
  }

  private void take(String file, JsonLine line) throws IOException {
    if (line instanceof JsonLine.Blank) {
      return;
    }
    lines++;
    if (line instanceof JsonLine.Refused bad) {
      refuse(file, line.number(), bad.refusal());
    } else if (line instanceof JsonLine.Read read) {
      LogRecord record = record(read);
      Optional<Refusal> ahead = ahead(read, record);
      if (ahead.isPresent()) {
        refuse(file, line.number(), ahead.get());
      } else {
        judge(file, line.number(), record);
      }
    }
  }

  private void judge(String file, long number, LogRecord record) throws IOException {
    Decoder.Outcome outcome = decoder.decode(record);
    if (outcome instanceof Decoder.Outcome.Refused bad) {
      refuse(file, number, bad.why());
    } else if (outcome instanceof Decoder.Outcome.Accepted accepted) {
      EffectiveTime time = accepted.time();
      events.merge(record.kind(), 1L, Long::sum);
      clamped += time.clamped() ? 1 : 0;
      sorter.add(time.timeMs(), record);
    }
  }

  /** A line without {@code recorded} was recorded when it happened (ORDER §3). */
  private LogRecord record(JsonLine.Read read) {
    Recording recording = read.recording();
    return new LogRecord(
        read.kind(),
        recording.topic().orElse(""),
        recording.partition().orElse(0),
        recording.offset().orElse(LogRecord.NO_OFFSET),
        recording.recordedMs().orElse(EventEncoder.timeMs(read.record())),
        null,
        encoder.encode(read.record()),
        recording.traceparent().map(Trace::parse).orElse(Trace.NONE));
  }

  private Optional<Refusal> ahead(JsonLine.Read read, LogRecord record) {
    long latestMs = settings.asOfMs() + AHEAD_MS_MAX;
    boolean eventAhead = EventEncoder.timeMs(read.record()) > latestMs;
    if (!eventAhead && record.recordedMs() <= latestMs) {
      return Optional.empty();
    }
    String field = eventAhead ? "time" : "recorded";
    long saidMs = eventAhead ? EventEncoder.timeMs(read.record()) : record.recordedMs();
    String message =
        Instant.ofEpochMilli(saidMs)
            + " lies more than 5 min after --as-of "
            + Instant.ofEpochMilli(settings.asOfMs());
    return Optional.of(Refusal.of(DeadLetterCode.FUTURE_TIME, field, message));
  }

  private void refuse(String file, long number, Refusal refusal) {
    refused++;
    listener.refused(refusal, letters.about(file, number, settings.asOfMs(), refusal));
  }
}
