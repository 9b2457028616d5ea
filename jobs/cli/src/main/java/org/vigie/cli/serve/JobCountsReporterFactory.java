package org.vigie.cli.serve;

import java.util.Properties;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Found by Flink by its name; see {@link JobCounts}. */
public final class JobCountsReporterFactory implements MetricReporterFactory {
  private static final String NAME = "vigie-counts";
  private static final String RUN = "run";

  /** For {@link java.util.ServiceLoader}. */
  public JobCountsReporterFactory() {}

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return new JobCountsReporter(JobCounts.of(properties.getProperty(RUN, "")));
  }

  /** Asks for the reporter, beside those that are asked for already. */
  static void addTo(Configuration config, String run) {
    String others = config.get(MetricOptions.REPORTERS_LIST);
    config.set(
        MetricOptions.REPORTERS_LIST,
        others == null || others.isBlank() ? NAME : others + "," + NAME);
    config.set(option("factory.class"), JobCountsReporterFactory.class.getName());
    config.set(option(RUN), run);
  }

  private static ConfigOption<String> option(String name) {
    return ConfigOptions.key("metrics.reporter." + NAME + "." + name).stringType().noDefaultValue();
  }
}
