package org.vigie.detection.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.metrics.scope.ScopeFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.core.fold.StateLimit;
import org.vigie.detection.Samples;
import org.vigie.detection.replay.Replays;

/** What the real operators register, held to the catalogue. */
final class MetricsITCase {
  private static final Set<String> STOPS = Set.of("recipient", "pair", "sender", "links", "cases");
  private static final Set<String> OTHERS = Set.of("decode", "encode");

  /** Metrics that Flink itself registers for every operator. */
  private static final List<String> OF_FLINK =
      List.of(
          "numRecords",
          "numBytes",
          "current",
          "watermarkAlignment",
          "numSplits",
          "timers",
          "mailbox");

  @TempDir private static Path folder;

  /** Where one of ours was found. */
  private record Registered(String operator, String key, Set<String> labels, Metric metric) {
    private String where() {
      return STOPS.contains(operator) ? "stops" : operator;
    }
  }

  @BeforeAll
  static void runTheJob() throws Exception {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes(Replays.lines(Samples.platform(1)));
    lines.writeBytes(Replays.lines(Samples.platform(1)));
    Replays.of(lines.toByteArray(), folder, 1, KeptMetrics.configuration());
  }

  @Test
  void registersWhatTheCatalogueNamesAndNothingElse() {
    Set<String> registered =
        registered().stream()
            .map(one -> one.where() + " " + one.key() + " " + one.labels())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> declared =
        Arrays.stream(MetricName.values())
            .filter(name -> !name.where().equals("audit")) // AuditCountsTest: a replay has none
            .map(name -> name.where() + " " + name.key() + " " + labels(name))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(registered).isEqualTo(declared);
  }

  @Test
  void registersTheStopsMetricsAtEveryStop() {
    Map<String, Set<String>> operators = new TreeMap<>();
    registered()
        .forEach(
            one ->
                operators
                    .computeIfAbsent(one.key(), missing -> new TreeSet<>())
                    .add(one.operator()));

    for (MetricName name : MetricName.values()) {
      if (name.where().equals("stops") && name != MetricName.EVICTIONS) {
        assertThat(operators.get(name.key())).as(name.key()).isEqualTo(new TreeSet<>(STOPS));
      }
    }
  }

  @Test
  void registersCountersAsCountersAndEveryCollectionOfTheState() {
    Map<String, MetricName> byKey =
        Arrays.stream(MetricName.values()).collect(Collectors.toMap(MetricName::key, name -> name));
    for (Registered one : registered()) {
      boolean isCounter = one.metric() instanceof Counter;
      assertThat(isCounter)
          .as(one.key())
          .isEqualTo(
              Objects.requireNonNull(byKey.get(one.key())).kind() == MetricName.Kind.COUNTER);
    }
    assertThat(registered())
        .filteredOn(one -> one.key().equals(MetricName.EVICTIONS.key()))
        .hasSize(StateLimit.values().length);
  }

  @Test
  void countsWhatTheJobDid() {
    assertThat(sum(MetricName.INPUTS)).isPositive();
    assertThat(sum(MetricName.DUPLICATES)).isPositive();
    assertThat(sum(MetricName.ALERT_REVISIONS)).isPositive();
    assertThat(sum(MetricName.HOT_KEY_HITS)).isPositive();
    assertThat(sum(MetricName.DEAD_LETTERS)).isZero();
    assertThat(sum(MetricName.INSTANTS_FORCED)).isZero();
  }

  private static long sum(MetricName name) {
    return registered().stream()
        .filter(one -> one.key().equals(name.key()) && one.metric() instanceof Counter)
        .mapToLong(one -> ((Counter) one.metric()).getCount())
        .sum();
  }

  private static List<Registered> registered() {
    return KeptMetrics.ALL.stream()
        .map(MetricsITCase::registered)
        .filter(one -> STOPS.contains(one.operator()) || OTHERS.contains(one.operator()))
        .filter(one -> OF_FLINK.stream().noneMatch(one.key()::startsWith))
        .toList();
  }

  private static Registered registered(KeptMetrics.Kept kept) {
    Set<String> labels = new TreeSet<>(kept.variables().keySet());
    labels.retainAll(Set.of("<code>", "<collection>", "<harm>", "<severity>"));
    String operator = kept.variables().getOrDefault(ScopeFormat.SCOPE_OPERATOR_NAME, "");
    return new Registered(operator, kept.key(), labels, kept.metric());
  }

  private static Set<String> labels(MetricName name) {
    return name.labels().isEmpty()
        ? Set.of()
        : Arrays.stream(name.labels().split(", "))
            .map(label -> "<" + label + ">")
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
