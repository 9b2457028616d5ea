package org.vigie.detection.replay;

import java.util.EnumMap;
import java.util.Map;
import org.vigie.schemas.RecordKind;

/**
 * What a replay has read and found.
 *
 * @param lines lines with something on them
 * @param events accepted ones by kind
 * @param refused refused ones
 * @param clamped accepted ones that count at another time than they state
 * @param unknownCodes signals left out because their code is outside the vocabulary
 * @param endMs greatest effective time, {@link Long#MIN_VALUE} without events
 * @param revisions settled revisions of alerts
 */
public record ReplayCounts(
    long lines,
    Map<RecordKind, Long> events,
    long refused,
    long clamped,
    long unknownCodes,
    long endMs,
    long revisions) {
  public ReplayCounts {
    Map<RecordKind, Long> copy = new EnumMap<>(RecordKind.class);
    copy.putAll(events);
    events = Map.copyOf(copy);
  }

  /** Accepted events of all kinds. */
  public long accepted() {
    return events.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Accepted events of one kind. */
  public long of(RecordKind kind) {
    return events.getOrDefault(kind, 0L);
  }

  ReplayCounts withRevisions(long count) {
    return new ReplayCounts(lines, events, refused, clamped, unknownCodes, endMs, count);
  }
}
