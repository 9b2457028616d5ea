package org.vigie.detection.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Severity;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.DetectionStreams;
import org.vigie.detection.DetectionTopology;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.KeptAlerts;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.stop.StopSettings;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.JsonLineReader;
import org.vigie.schemas.RecordKind;

/** What is said on arrival, of events that come out of order: settled in the end, or taken back. */
final class ProvisionalITCase {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1,1", "4,2", "2,3"})
  void endsSettledUnderItsIdOrTakenBack(int parallelism, long seed) throws Exception {
    KeptAlerts settled = new KeptAlerts(folder + "/settled");
    KeptAlerts provisional = new KeptAlerts(folder + "/provisional");

    run(parallelism, seed, settled, provisional);

    List<Alert> revisions = alerts(settled.inOrder());
    List<Alert> said = alerts(provisional.inOrder());
    Set<String> settledIds =
        revisions.stream().map(Alert::getProvisionalId).collect(Collectors.toSet());
    Map<String, Alert> lastSaid = new HashMap<>();
    said.forEach(one -> lastSaid.put(one.getProvisionalId(), one));
    assertThat(settledIds).hasSameSizeAs(revisions).doesNotContainNull();
    assertThat(lastSaid.values())
        .as("seed %d", seed)
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(one.getState() == AlertState.WITHDRAWN)
                    .isNotEqualTo(settledIds.contains(one.getProvisionalId())));
    assertThat(said).allSatisfy(ProvisionalITCase::assertSaidAsTheContractSays);
    assertThat(firstOfHighSeverity(revisions)).isNotEmpty().isSubsetOf(lastSaid.keySet());
  }

  private static void assertSaidAsTheContractSays(Alert said) {
    assertThat(said.getSettled()).isFalse();
    assertThat(said.getRevision()).isNotNegative();
    assertThat(said.getSeverity()).isGreaterThanOrEqualTo(Severity.HIGH);
    assertThat(said.getValidUntil()).isNotNull();
    assertThat(said.getProvisionalId()).matches("[0-9a-f]{32}");
  }

  private static Set<String> firstOfHighSeverity(List<Alert> revisions) {
    return revisions.stream()
        .filter(one -> one.getRevision() == 1 && one.getSeverity().compareTo(Severity.HIGH) >= 0)
        .map(Alert::getProvisionalId)
        .collect(Collectors.toSet());
  }

  private void run(int parallelism, long seed, KeptAlerts settled, KeptAlerts provisional)
      throws Exception {
    Arrivals arrivals = Arrivals.of(Samples.platform(seed), folder.resolve("arrivals"), seed);
    Configuration config = new Configuration();
    StopSettings stops = StopSettings.from(config).endingAt(arrivals.file().endMs());
    StreamExecutionEnvironment env = JobConfiguration.local(config, parallelism, folder);
    DataStream<LogRecord> records =
        env.fromSource(
                new SortedFileSource(List.of(arrivals.file())), arrivals.watermarks(9), "events")
            .setParallelism(1)
            .uid("events");
    DetectionStreams streams =
        DetectionTopology.build(
            records,
            DetectionTopology.noBundles(records),
            DetectionSettings.from(config).withStops(stops));
    streams.alerts().sinkTo(settled).uid("alerts");
    streams.provisional().sinkTo(provisional).uid("provisional");
    streams.deadLetters().sinkTo(new DiscardingSink<>()).uid("dead-letters");
    env.execute();
  }

  private static List<Alert> alerts(List<String> lines) {
    JsonLineReader reader = JsonLineReader.of(RecordKind.ALERT);
    return lines.stream()
        .map(line -> reader.read(1, line.getBytes(StandardCharsets.UTF_8)))
        .map(line -> (Alert) ((JsonLine.Read) line).record())
        .toList();
  }
}
