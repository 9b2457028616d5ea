package org.vigie.detection.decode;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.alert.DeadLetterCode;
import org.vigie.detection.log.LogEvent;
import org.vigie.detection.metric.MetricName;

/** Counts what one subtask refuses, by code, and says so in the log once a checkpoint. */
final class Refusals {
  private static final Logger LOGGER = LoggerFactory.getLogger(Refusals.class);

  private final Counter all;
  private final Map<DeadLetterCode, Counter> byCode = new EnumMap<>(DeadLetterCode.class);
  private final Map<DeadLetterCode, Long> sinceCheckpoint = new TreeMap<>();

  Refusals(MetricGroup metrics) {
    all = MetricName.DEAD_LETTERS.counter(metrics);
    for (DeadLetterCode code : DeadLetterCode.values()) {
      MetricGroup labelled = metrics.addGroup("code", code.name());
      byCode.put(code, MetricName.DEAD_LETTERS_BY_CODE.counter(labelled));
    }
  }

  void count(DeadLetterCode code) {
    all.inc();
    Counter ofCode = byCode.get(code);
    if (ofCode != null) {
      ofCode.inc();
    }
    sinceCheckpoint.merge(code, 1L, Long::sum);
  }

  /** Says what was refused since it was asked last, if anything was. */
  void tell() {
    if (!sinceCheckpoint.isEmpty()) {
      long refused = sinceCheckpoint.values().stream().mapToLong(Long::longValue).sum();
      LogEvent.RECORDS_REFUSED.log(LOGGER, refused, sinceCheckpoint);
      sinceCheckpoint.clear();
    }
  }
}
