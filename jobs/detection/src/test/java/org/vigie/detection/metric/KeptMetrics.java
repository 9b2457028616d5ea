package org.vigie.detection.metric;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/** Keeps every metric that was registered, also when its job is gone. */
final class KeptMetrics implements MetricReporter {
  static final List<Kept> ALL = new CopyOnWriteArrayList<>();

  /** A metric, its name, and the variables of its group as they were when it was registered. */
  record Kept(Metric metric, String key, Map<String, String> variables) {}

  /** Asks for this reporter. */
  static Configuration configuration() {
    Configuration config = new Configuration();
    config.set(MetricOptions.REPORTERS_LIST, "kept");
    config.set(
        ConfigOptions.key("metrics.reporter.kept.factory.class").stringType().noDefaultValue(),
        KeptMetricsFactory.class.getName());
    return config;
  }

  @Override
  public void open(MetricConfig config) {
    ALL.clear();
  }

  @Override
  public void close() {
    // They stay to be read.
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String key, MetricGroup group) {
    ALL.add(new Kept(metric, key, Map.copyOf(group.getAllVariables())));
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String key, MetricGroup group) {
    // They stay to be read.
  }
}
