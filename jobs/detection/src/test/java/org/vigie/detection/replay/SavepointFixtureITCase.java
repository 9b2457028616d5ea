package org.vigie.detection.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.DetectionStreams;
import org.vigie.detection.DetectionTopology;
import org.vigie.detection.EngineRun;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.KeptAlerts;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.stop.StopSettings;
import org.vigie.detection.type.Types;

/**
 * What earlier releases stored is read by this one, and it goes on as if it had been there from the
 * start. The savepoint of this release is written anew, as long as it is not published, with {@code
 * -Dtest=SavepointFixtureITCase -Dvigie.savepoint.write=true}.
 */
final class SavepointFixtureITCase {
  /** The release whose savepoint the flag writes. */
  private static final String RELEASE = "0.1.0";

  private static final long SEED = 11;
  private static final int RECORDS_BEFORE = 320;
  private static final long FIXTURE_BYTES_MAX = 300_000;
  private static final Pattern NAME =
      Pattern.compile("\"alert_id\":\"([^\"]+)\",\"revision\":(\\d+)");

  @TempDir Path folder;

  @BeforeAll
  static void writeIfAsked(@TempDir Path folder) throws Exception {
    if (Boolean.getBoolean("vigie.savepoint.write")) {
      write(SavepointFixture.of(RELEASE), folder);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void goesOnFromWhatEachReleaseStored(int parallelism) throws Exception {
    for (SavepointFixture fixture : SavepointFixture.all()) {
      List<SpecificRecord> events = fixture.events();
      Set<String> before = new TreeSet<>(fixture.settledBefore());

      List<String> after = restored(fixture, parallelism);

      assertThat(before).as("settled before").isNotEmpty();
      List<String> expected =
          EngineRun.revisions(events, fixture.rules().ruleSets().get(0)).stream()
              .filter(line -> !before.contains(name(line)))
              .toList();
      assertThat(after).as("%s at %d", fixture, parallelism).isEqualTo(expected);
      // Only state can tell of what came before.
      assertThat(after).anyMatch(line -> before.stream().anyMatch(one -> follows(line, one)));
    }
  }

  @Test
  void thereIsOneOfThisReleaseAndItIsSmall() throws IOException {
    SavepointFixture fixture = SavepointFixture.of(RELEASE);

    long sizeBytes = 0;
    for (String file : List.of("_metadata", "events.jsonl", "rules.zip", "settled.txt")) {
      sizeBytes += Files.size(fixture.folder().resolve(file));
    }
    assertThat(sizeBytes).isLessThan(FIXTURE_BYTES_MAX);
  }

  private static void write(SavepointFixture fixture, Path folder) throws Exception {
    List<SpecificRecord> arriving = Arrivals.arriving(Samples.platform(SEED), SEED);
    fixture.begin(arriving);
    KeptAlerts kept = new KeptAlerts(folder.toString());
    GatedSource<Long, ?, ?> gated =
        new GatedSource<>(numbers(arriving), folder.toString(), RECORDS_BEFORE);
    Configuration inOneFile = new Configuration();
    inOneFile.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1));
    StreamExecutionEnvironment env = JobConfiguration.local(inOneFile, 2, folder);
    connect(env, gated, fixture, kept);
    JobClient job = env.executeAsync();
    gated.awaitGate();
    String savepoint = Savepoints.stop(job, folder);
    fixture.keep(
        Path.of(URI.create(savepoint)),
        kept.revisions().stream().map(SavepointFixtureITCase::name).sorted().toList());
  }

  private List<String> restored(SavepointFixture fixture, int parallelism) throws Exception {
    Configuration config = new Configuration();
    config.set(
        StateRecoveryOptions.SAVEPOINT_PATH, fixture.folder().toAbsolutePath().toUri().toString());
    KeptAlerts kept = new KeptAlerts(fixture + " " + parallelism);
    StreamExecutionEnvironment env = JobConfiguration.local(config, parallelism, folder);
    connect(env, numbers(fixture.events()), fixture, kept);
    env.execute();
    return kept.revisions();
  }

  /** Its state is Flink's own, and knows no file. */
  private static NumberSequenceSource numbers(List<SpecificRecord> events) {
    return new NumberSequenceSource(0, events.size() - 1L);
  }

  private static void connect(
      StreamExecutionEnvironment env,
      Source<Long, ?, ?> source,
      SavepointFixture fixture,
      KeptAlerts kept)
      throws IOException {
    Arrivals arrivals = Arrivals.inOrder(fixture.events());
    Configuration config = new Configuration();
    StopSettings stops = StopSettings.from(config).endingAt(arrivals.file().endMs());
    DataStream<LogRecord> records =
        env.fromSource(
                source, WatermarkStrategy.noWatermarks(), "events", BasicTypeInfo.LONG_TYPE_INFO)
            .setParallelism(1)
            .uid("events")
            .map(new RecordAt(fixture.folder().toString()))
            .returns(Types.LOG_RECORD)
            .setParallelism(1)
            .uid("records")
            .assignTimestampsAndWatermarks(arrivals.watermarks(1))
            .setParallelism(1)
            .uid("watermarks");
    DetectionStreams streams =
        DetectionTopology.build(
            records,
            DetectionTopology.noBundles(records),
            DetectionSettings.from(config).withStops(stops).withRules(fixture.rules()));
    streams.alerts().sinkTo(kept).uid("alerts");
    streams.deadLetters().sinkTo(new DiscardingSink<>()).uid("dead-letters");
  }

  /** The record of an event, by its place in the arrival. */
  private static final class RecordAt extends RichMapFunction<Long, LogRecord> {
    private static final long serialVersionUID = 1L;

    private final String fixture;
    private transient @Nullable List<LogRecord> records;

    RecordAt(String fixture) {
      this.fixture = fixture;
    }

    @Override
    public void open(OpenContext context) throws IOException {
      EventEncoder encoder = new EventEncoder();
      List<LogRecord> read = new ArrayList<>();
      for (SpecificRecord event : new SavepointFixture(Path.of(fixture)).events()) {
        read.add(Arrivals.record(event, read.size(), encoder));
      }
      records = read;
    }

    @Override
    public LogRecord map(Long arrival) {
      return Objects.requireNonNull(records).get(arrival.intValue());
    }
  }

  /** Alert and revision of a line. */
  private static String name(String line) {
    Matcher matcher = NAME.matcher(line);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no alert: " + line);
    }
    return matcher.group(1) + " " + matcher.group(2);
  }

  /** Whether a line is the next revision of an alert. */
  private static boolean follows(String line, String earlier) {
    String[] last = earlier.split(" ", 2);
    return name(line).equals(last[0] + " " + (Integer.parseInt(last[1]) + 1));
  }
}
