package org.vigie.detection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.order.StopName;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.run.Engine;
import org.vigie.detection.alert.AlertRecords;
import org.vigie.detection.alert.JobMarks;
import org.vigie.detection.decode.RecordedEvents;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.schemas.JsonLineWriter;

/** The stops on one thread, without Flink: what a job must find. */
public final class EngineRun {
  private EngineRun() {}

  /** Settled revisions as JSON lines, sorted. */
  public static List<String> revisions(List<? extends SpecificRecord> events) {
    return revisions(events, ShippedRules.ruleSet());
  }

  /** The same by these rules. */
  public static List<String> revisions(List<? extends SpecificRecord> events, RuleSet rules) {
    List<RecordedEvent> recorded = events.stream().map(RecordedEvents::of).toList();
    long endMs = recorded.stream().mapToLong(RecordedEvent::recordedMs).max().orElse(0);
    return revisions(recorded, endMs, rules);
  }

  /** Revisions that are settled at a time, as JSON lines, sorted. */
  public static List<String> revisions(List<RecordedEvent> recorded, long timeMs) {
    return revisions(recorded, timeMs, ShippedRules.ruleSet());
  }

  private static List<String> revisions(List<RecordedEvent> recorded, long timeMs, RuleSet rules) {
    Engine engine = new Engine(rules);
    engine.accept(recorded);
    engine.advanceTo(timeMs);
    JsonLineWriter writer = new JsonLineWriter();
    AlertRecords records = new AlertRecords(JobMarks.NONE);
    return engine.outputs().stream()
        .map(settled -> settled.sentBy(StopName.CASES, settled.key().tag()))
        .map(settled -> writer.write(records.settled(settled)))
        .map(line -> new String(line, StandardCharsets.UTF_8))
        .sorted()
        .toList();
  }
}
