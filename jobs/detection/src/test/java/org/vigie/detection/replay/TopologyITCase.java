package org.vigie.detection.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.DetectionStreams;
import org.vigie.detection.DetectionTopology;
import org.vigie.detection.EngineRun;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.KeptAlerts;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.stop.StopOptions;
import org.vigie.detection.stop.StopSettings;
import org.vigie.detection.type.Types;

/** Settled alerts depend on the record alone: not on arrival, parallelism, restarts, rescaling. */
final class TopologyITCase {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1,true,1,7", "1,false,2,1", "4,true,3,30", "4,false,4,7"})
  void settlesTheSameWhateverArrivesWhenAndWhere(
      int parallelism, boolean objectReuse, long seed, int recordsBetween) throws Exception {
    List<SpecificRecord> events = Samples.platform(seed);
    Arrivals arrivals = Arrivals.of(events, folder.resolve("arrivals"), seed);
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.OBJECT_REUSE, objectReuse);
    KeptAlerts kept = new KeptAlerts(folder.toString());

    StreamExecutionEnvironment env = JobConfiguration.local(flink, parallelism, folder);
    connect(env, new SortedFileSource(List.of(arrivals.file())), arrivals, recordsBetween, kept);
    env.execute();

    assertThat(kept.revisions()).as("seed %d", seed).isEqualTo(EngineRun.revisions(events));
  }

  @ParameterizedTest
  @CsvSource({"1,4,100,11", "4,2,250,12"})
  void settlesTheSameAcrossASavepointIntoAnotherParallelism(
      int before, int after, int recordsBefore, long seed) throws Exception {
    List<SpecificRecord> events = Samples.platform(seed);
    Arrivals arrivals = Arrivals.of(events, folder.resolve("arrivals"), seed);
    KeptAlerts kept = new KeptAlerts(folder.toString());
    GatedSource<LogRecord, ?, ?> gated =
        new GatedSource<>(
            new SortedFileSource(List.of(arrivals.file())), arrivals.file().path(), recordsBefore);
    StreamExecutionEnvironment first = JobConfiguration.local(new Configuration(), before, folder);
    connect(first, gated, arrivals, 5, kept);
    JobClient job = first.executeAsync();
    gated.awaitGate();
    String savepoint = Savepoints.stop(job, folder);
    assertThat(kept.revisions()).hasSizeLessThan(EngineRun.revisions(events).size());

    Configuration restored = new Configuration();
    restored.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    StreamExecutionEnvironment second = JobConfiguration.local(restored, after, folder);
    connect(second, new SortedFileSource(List.of(arrivals.file())), arrivals, 5, kept);
    second.execute();

    assertThat(kept.revisions()).as("seed %d", seed).isEqualTo(EngineRun.revisions(events));
  }

  @Test
  void givesEveryHopANameThatStateCanBeFoundBy() {
    StreamExecutionEnvironment env = JobConfiguration.local(new Configuration(), 2, folder);
    Arrivals none = new Arrivals(new SortedFile("none", 0, 0), List.of());
    connect(env, new SortedFileSource(List.of(none.file())), none, 1, new KeptAlerts("none"));

    assertThat(env.getStreamGraph().getStreamNodes())
        .allSatisfy(node -> assertThat(node.getTransformationUID()).isNotBlank())
        .extracting(node -> node.getTransformationUID())
        .contains(
            "events",
            "decode",
            "recipient",
            "pair",
            "sender",
            "links",
            "cases",
            "encode",
            "alerts");
  }

  private static void connect(
      StreamExecutionEnvironment env,
      Source<LogRecord, ?, ?> source,
      Arrivals arrivals,
      int recordsBetween,
      KeptAlerts kept) {
    Configuration config = new Configuration();
    config.set(StopOptions.HOT_KEYS, 8);
    config.set(StopOptions.DIRTY_KEYS, 4);
    StopSettings stops = StopSettings.from(config).endingAt(arrivals.file().endMs());
    DataStream<LogRecord> records =
        env.fromSource(source, arrivals.watermarks(recordsBetween), "events", Types.LOG_RECORD)
            .setParallelism(1)
            .uid("events");
    DetectionStreams streams =
        DetectionTopology.build(
            records,
            DetectionTopology.noBundles(records),
            DetectionSettings.from(config).withStops(stops));
    streams.alerts().sinkTo(kept).uid("alerts");
    streams.deadLetters().sinkTo(new DiscardingSink<>()).uid("dead-letters");
  }
}
