package org.vigie.detection.audit;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.vigie.alert.AuditKind;
import org.vigie.detection.metric.MetricName;

/** Counts entries by kind. */
final class AuditCounts {
  private final Map<AuditKind, Counter> byKind = new EnumMap<>(AuditKind.class);

  AuditCounts(MetricGroup metrics) {
    for (AuditKind kind : AuditKind.values()) {
      if (kind != AuditKind.UNRECOGNISED) { // it is never written
        byKind.put(kind, MetricName.AUDIT_ENTRIES.counter(metrics.addGroup("kind", kind.name())));
      }
    }
  }

  void count(AuditKind kind) {
    Counter counter = byKind.get(kind);
    if (counter != null) {
      counter.inc();
    }
  }
}
