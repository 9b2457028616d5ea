package org.vigie.reference.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.order.Input;
import org.vigie.core.order.StopName;
import org.vigie.core.route.EffectiveTime;
import org.vigie.core.route.Router;
import org.vigie.core.route.TimeBounds;

/** A partition of the record with its reader and decoder. */
final class Partition {
  private final List<RecordedEvent> records;
  private final long endMs;
  private final Map<StopName, List<Channel>> outputs = new HashMap<>();
  private int offset;
  private long latestMs = Long.MIN_VALUE;
  private boolean ended;

  /**
   * A partition.
   *
   * @param records in the order of recording
   * @param offset where to begin
   * @param endMs what time it is at the end of data
   */
  Partition(List<RecordedEvent> records, int offset, long endMs) {
    this.records = records;
    this.offset = offset;
    this.endMs = endMs;
  }

  void writes(StopName to, List<Channel> channels) {
    outputs.put(to, channels);
  }

  int offset() {
    return offset;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Reads the next record, or finds that there is none: then time is at its end. */
  void read(Router router, Plumbing plumbing) {
    if (offset == records.size()) {
      ended = true;
      broadcast(new Element.Mark(endMs));
      return;
    }
    RecordedEvent recorded = records.get(offset++);
    EffectiveTime time = EffectiveTime.of(recorded);
    latestMs = Math.max(latestMs, recorded.recordedMs());
    if (time.verdict() != EffectiveTime.Verdict.ACCEPTED) {
      return;
    }
    for (Input routed : router.route(recorded, time)) {
      Input input = plumbing.decoded(routed);
      List<Channel> channels = outputs.get(input.stop());
      if (channels == null) {
        throw new IllegalStateException("the decoder has no way to " + input.stop());
      }
      Subtask.channelOf(input.key(), channels).put(new Element.Item(input));
    }
  }

  /** Says how late it is: nothing that counts before that can still be recorded here. */
  void mark() {
    if (latestMs != Long.MIN_VALUE) {
      broadcast(new Element.Mark(latestMs - TimeBounds.DEFAULT.disorderMs() - 1));
    }
  }

  void broadcast(Element element) {
    outputs.values().forEach(channels -> channels.forEach(channel -> channel.put(element)));
  }
}
