package org.vigie.detection.docs;

import java.util.Locale;
import org.vigie.detection.metric.MetricName;

/** The reference of the metrics, as Markdown. */
final class MetricsPage {
  private static final String HEAD =
      """
      # Metrics

      Generated from the code; a test runs the real operators and holds this page to what they registered. Names are those of
      Flink's Prometheus reporter (`config/job/config.yaml`). Every metric has Flink's own labels (job, task, operator, subtask);
      further labels have a few values fixed by the program, never an id. Counters begin anew when a task restarts: use `rate()`
      or `increase()`. *Where*: the operator that registers it; `stops` are recipient, pair, sender, links and cases, told apart by
      `operator_name`.

      | name | type | unit | where | labels | what it says | when it moves |
      |---|---|---|---|---|---|---|
      """;

  private static final String FLINK =
      """

      ## Of Flink and Kafka, worth watching beside them

      | name | why |
      |---|---|
      | `flink_jobmanager_job_numRestarts` | the job failed and went on from its last checkpoint; its log says why |
      | `flink_jobmanager_job_lastCheckpointDuration`, `flink_jobmanager_job_numberOfFailedCheckpoints` | a job without checkpoints can't go on after a failure |
      | `flink_taskmanager_job_task_operator_KafkaSourceReader_KafkaConsumer_records_lag_max` | how many records the job is behind |
      | `flink_taskmanager_job_task_backPressuredTimeMsPerSecond`, `flink_taskmanager_job_task_busyTimeMsPerSecond` | which stop is the slowest |
      """;

  private MetricsPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    for (MetricName name : MetricName.values()) {
      page.append(
          "| `%s` | %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  name.prometheus(),
                  name.kind().name().toLowerCase(Locale.ROOT),
                  name.unit(),
                  name.where(),
                  name.labels().isEmpty() ? "" : "`" + name.labels().replace(", ", "`, `") + "`",
                  name.meaning(),
                  name.advice()));
    }
    return page.append(FLINK).toString();
  }
}
