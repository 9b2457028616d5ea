package org.vigie.chaos.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.order.StopName;
import org.vigie.core.route.TimeBounds;
import org.vigie.core.run.Engine;
import org.vigie.detection.alert.AlertRecords;
import org.vigie.detection.alert.JobMarks;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.decode.RecordedEventReader;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.schemas.JsonLineWriter;

/**
 * What the settled alerts must be: the engine on one thread, over what stands on the topics, in the
 * order of recording.
 */
public final class Oracle {
  /** How often time passes in it: often enough that no key's tail is full. */
  private static final long STEP_MS = 2_000;

  /** For how long after the last event deadlines are foreseen. */
  private static final long LATER_MS = 30 * 60_000;

  private Oracle() {}

  /**
   * What it says.
   *
   * @param revisions settled revisions as JSON lines
   * @param possible those, and such as deadlines bring later without any further event
   * @param settledMs up to which instant the former, epoch milliseconds
   * @param events how many events there were
   * @param refused how many records were none
   * @param forced commits out of order because a tail was full: with any, alerts need not agree
   */
  public record Expectation(
      Set<String> revisions,
      Set<String> possible,
      long settledMs,
      long events,
      long refused,
      long forced) {
    public Expectation {
      revisions = Set.copyOf(revisions);
      possible = Set.copyOf(possible);
    }
  }

  /**
   * Judges a log.
   *
   * @param lastMs when the last record of the earliest ended partition was appended
   */
  public static Expectation expect(List<LogRecord> log, long lastMs) {
    List<LogRecord> ordered = new ArrayList<>(log);
    ordered.sort(
        Comparator.comparingLong(LogRecord::recordedMs)
            .thenComparing(LogRecord::topic)
            .thenComparingInt(LogRecord::partition)
            .thenComparingLong(LogRecord::offset));
    Engine engine = new Engine(ShippedRules.ruleSet());
    RecordedEventReader reader = new RecordedEventReader();
    long settledMs = lastMs - TimeBounds.DEFAULT.disorderMs() - 1;
    long nextMs = ordered.isEmpty() ? 0 : ordered.get(0).recordedMs() + STEP_MS;
    long refused = 0;
    for (LogRecord record : ordered) {
      while (record.recordedMs() >= nextMs) {
        engine.advanceTo(Math.min(settledMs, nextMs - TimeBounds.DEFAULT.disorderMs() - 1));
        nextMs += STEP_MS;
      }
      Optional<RecordedEvent> event = reader.read(record);
      event.ifPresent(one -> engine.accept(List.of(one)));
      refused += event.isPresent() ? 0 : 1;
    }
    engine.advanceTo(settledMs);
    Set<String> revisions = lines(engine);
    long forced = engine.counters().forced();
    engine.advanceTo(settledMs + LATER_MS);
    return new Expectation(revisions, lines(engine), settledMs, ordered.size(), refused, forced);
  }

  private static Set<String> lines(Engine engine) {
    JsonLineWriter writer = new JsonLineWriter();
    AlertRecords records = new AlertRecords(JobMarks.NONE);
    return engine.outputs().stream()
        .map(settled -> settled.sentBy(StopName.CASES, settled.key().tag()))
        .map(settled -> writer.write(records.settled(settled)))
        .map(line -> new String(line, StandardCharsets.UTF_8))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
