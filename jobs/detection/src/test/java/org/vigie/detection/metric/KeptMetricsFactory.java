package org.vigie.detection.metric;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Found by Flink by its name; see {@link KeptMetrics}. */
public final class KeptMetricsFactory implements MetricReporterFactory {
  /** For {@link java.util.ServiceLoader}. */
  public KeptMetricsFactory() {}

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return new KeptMetrics();
  }
}
