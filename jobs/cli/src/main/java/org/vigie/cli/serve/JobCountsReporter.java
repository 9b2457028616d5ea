package org.vigie.cli.serve;

import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/** Shows {@link JobCounts} the metrics of a job in this process. */
final class JobCountsReporter implements MetricReporter {
  private static final String OPERATOR_NAME = "<operator_name>";

  private final JobCounts counts;

  JobCountsReporter(JobCounts counts) {
    this.counts = counts;
  }

  @Override
  public void open(MetricConfig config) {
    // The counts were given.
  }

  @Override
  public void close() {
    // They stay to be read.
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    counts.added(group.getAllVariables().getOrDefault(OPERATOR_NAME, ""), name, metric);
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    counts.removed(metric);
  }
}
