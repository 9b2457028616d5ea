package org.vigie.detection.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.vigie.alert.AuditKind;
import org.vigie.detection.metric.MetricName;

/**
 * The audit's metric as the catalogue has it; a replay, which registers the others, writes none.
 */
final class AuditCountsTest {
  private final Map<String, Counter> registered = new TreeMap<>();

  @Test
  void countsEachKindThatIsWrittenUnderItsLabel() {
    AuditCounts counts = new AuditCounts(new Labelled(""));

    counts.count(AuditKind.ERASURE_HELD);
    counts.count(AuditKind.ERASURE_HELD);
    counts.count(AuditKind.UNRECOGNISED);

    assertThat(registered).hasSize(AuditKind.values().length - 1);
    String label = MetricName.AUDIT_ENTRIES.labels();
    String key = MetricName.AUDIT_ENTRIES.key();
    registered.forEach(
        (name, counter) -> {
          boolean isHeld = name.equals(label + "=ERASURE_HELD " + key);
          assertThat(counter.getCount()).as(name).isEqualTo(isHeld ? 2 : 0);
        });
    assertThat(registered).containsKey(label + "=ERASURE_HELD " + key);
  }

  private final class Labelled extends UnregisteredMetricsGroup {
    private final String label;

    Labelled(String label) {
      this.label = label;
    }

    @Override
    public MetricGroup addGroup(String key, String value) {
      return new Labelled(key + "=" + value);
    }

    @Override
    public <C extends Counter> C counter(String name, C counter) {
      registered.put(label + " " + name, counter);
      return counter;
    }
  }
}
