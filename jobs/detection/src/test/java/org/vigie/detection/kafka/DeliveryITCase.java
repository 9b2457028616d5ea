package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.core.route.TimeBounds;
import org.vigie.detection.EngineRun;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.time.TimeOptions;
import org.vigie.schemas.RecordKind;

/**
 * What a reader of alerts sees when the job dies. The topics carry the time of the events, so that
 * nothing depends on when the test runs.
 */
final class DeliveryITCase {
  private static final long SEED = 5;
  private static final long HOUR_MS = 3_600_000L;
  private static final long MIDDLE_MS = Samples.START_MS + 19 * HOUR_MS;
  private static final long END_MS = Samples.START_MS + 100 * HOUR_MS;

  private static TestBroker broker;

  @TempDir private Path folder;

  @BeforeAll
  static void startBroker(@TempDir Path brokerFolder) throws Exception {
    broker = TestBroker.start(brokerFolder);
  }

  @BeforeEach
  void createTopics() throws Exception {
    Map<String, String> createTime =
        Map.of("message.timestamp.type", "CreateTime", "retention.ms", "-1");
    broker.createTopics(Topics.EVENTS, createTime);
    broker.createTopics(Topics.WRITTEN, Map.of());
  }

  @AfterEach
  void deleteTopics() throws Exception {
    broker.deleteTopics();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void repeatsWhatCameAfterTheLastPointWordForWordAndLosesNothingAtLeastOnce() throws Exception {
    Configuration config = config(DeliveryGuarantee.AT_LEAST_ONCE, Duration.ofHours(1));
    JobClient job = start(config);
    sendUpTo(MIDDLE_MS);
    int early = expected(MIDDLE_MS).size();
    broker.read(Topics.ALERTS, early);
    String savepoint =
        job.triggerSavepoint(folder.resolve("saved").toUri().toString(), SavepointFormatType.NATIVE)
            .get();
    sendFrom(MIDDLE_MS);
    Set<String> expected = expected(END_MS);
    int all = expected.size();
    broker.read(Topics.ALERTS, all);
    job.cancel().get();

    config.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    job = start(config);
    List<String> seen = LiveLog.lines(broker.read(Topics.ALERTS, all + all - early));
    job.cancel().get();

    assertThat(all).as("alerts after the savepoint").isGreaterThan(early);
    assertThat(LiveLog.unmarked(seen)).as("seed %d", SEED).isEqualTo(expected);
    assertThat(seen.subList(all, seen.size()))
        .containsExactlyInAnyOrderElementsOf(seen.subList(early, all));
  }

  @Test
  void showsReadersOfCommittedRecordsEachAlertOnceThoughCheckpointsFailAfterTheFlush()
      throws Exception {
    Configuration config = config(DeliveryGuarantee.EXACTLY_ONCE, Duration.ofMillis(500));
    StreamExecutionEnvironment env = JobConfiguration.local(config, 2, folder);
    String failures = FailingSnapshots.addTo(new KafkaJob(config).connect(env).alerts());
    JobClient job = env.executeAsync("fails-after-the-flush");
    sendUpTo(MIDDLE_MS);
    sendFrom(MIDDLE_MS);

    assertEachOnce(job);
    assertThat(FailingSnapshots.failed(failures)).isEqualTo(FailingSnapshots.FAILURES);
  }

  @Test
  void fencesAndAbortsWhatAKilledJobLeftOpenSoThatNoReaderWaitsForIt() throws Exception {
    try (KafkaProducer<byte[], byte[]> killed =
        broker.transactional("vigie-detection-alerts-0-1")) {
      killed.initTransactions();
      killed.beginTransaction();
      killed.send(new ProducerRecord<>(Topics.ALERTS, new byte[] {1})).get();

      JobClient job = start(config(DeliveryGuarantee.EXACTLY_ONCE, Duration.ofMillis(500)));
      sendUpTo(MIDDLE_MS);
      sendFrom(MIDDLE_MS);
      assertEachOnce(job);
      assertThatThrownBy(killed::commitTransaction).isInstanceOf(KafkaException.class);
    }
  }

  /** Awaits the alerts and ends the job; then each stands there once, and nothing else. */
  private static void assertEachOnce(JobClient job) throws Exception {
    Set<String> expected = expected(END_MS);
    broker.read(Topics.ALERTS, expected.size());
    job.cancel().get();
    List<String> seen = new LiveLog(broker).alerts();

    assertThat(seen).as("seed %d", SEED).doesNotHaveDuplicates();
    assertThat(LiveLog.unmarked(seen)).as("seed %d", SEED).isEqualTo(expected);
  }

  /** What must be settled when the marks of a time have been read. */
  private static Set<String> expected(long timeMs) {
    long settledMs = timeMs - TimeBounds.DEFAULT.disorderMs() - 1;
    return LiveLog.unmarked(EngineRun.revisions(new LiveLog(broker).recorded(), settledMs));
  }

  private JobClient start(Configuration config) throws Exception {
    KafkaJob job = new KafkaJob(config);
    assertThat(job.problems(2)).isEmpty();
    return job.start(JobConfiguration.local(config, 2, folder));
  }

  private static Configuration config(DeliveryGuarantee delivery, Duration interval) {
    Configuration config = new Configuration();
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    config.set(KafkaOptions.ALERT_DELIVERY, delivery);
    config.set(TimeOptions.ALLOW_CREATE_TIME, true);
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
    return config;
  }

  private static void sendUpTo(long timeMs) throws Exception {
    send(Samples.platform(SEED).stream().filter(e -> EventEncoder.timeMs(e) < timeMs).toList());
    send(marks(timeMs));
  }

  private static void sendFrom(long timeMs) throws Exception {
    send(Samples.platform(SEED).stream().filter(e -> EventEncoder.timeMs(e) >= timeMs).toList());
    send(marks(END_MS));
  }

  /** One event on each topic: with them, time has passed there. */
  private static List<SpecificRecord> marks(long timeMs) {
    String id = "mark-" + timeMs;
    return List.of(
        Samples.message(id, "far", "away", timeMs),
        Samples.age(id, "far", timeMs, 30, 30),
        Samples.robbery(id, "nobody", "far", timeMs),
        Samples.review(id, timeMs));
  }

  private static void send(List<? extends SpecificRecord> events) throws Exception {
    EventEncoder encoder = new EventEncoder();
    List<SpecificRecord> ordered = new ArrayList<>(events);
    ordered.sort(Comparator.comparingLong(EventEncoder::timeMs));
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (SpecificRecord event : ordered) {
      RecordKind kind = RecordKind.of(event);
      String topic =
          Topics.EVENTS.stream().filter(t -> Topics.kindOf(t) == kind).findFirst().orElseThrow();
      long timeMs = EventEncoder.timeMs(event);
      records.add(new ProducerRecord<>(topic, 0, timeMs, new byte[0], encoder.encode(event)));
    }
    broker.send(records);
  }
}
