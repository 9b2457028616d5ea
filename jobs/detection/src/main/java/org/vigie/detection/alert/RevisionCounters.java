package org.vigie.detection.alert;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.vigie.alert.Alert;
import org.vigie.alert.Harm;
import org.vigie.alert.Severity;
import org.vigie.detection.metric.MetricName;

/** Counts settled revisions by harm and severity: as many counters as there are pairs of them. */
final class RevisionCounters {
  private final Counter[][] counters = new Counter[Harm.values().length][Severity.values().length];

  RevisionCounters(MetricGroup metrics) {
    for (Harm harm : Harm.values()) {
      MetricGroup ofHarm = metrics.addGroup("harm", harm.name());
      for (Severity severity : Severity.values()) {
        counters[harm.ordinal()][severity.ordinal()] =
            MetricName.ALERT_REVISIONS.counter(ofHarm.addGroup("severity", severity.name()));
      }
    }
  }

  void count(Alert revision) {
    counters[revision.getHarm().ordinal()][revision.getSeverity().ordinal()].inc();
  }
}
