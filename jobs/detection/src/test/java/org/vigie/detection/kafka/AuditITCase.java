package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.alert.Severity;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.time.TimeOptions;
import org.vigie.detection.type.Types;
import org.vigie.event.Review;
import org.vigie.event.ReviewDecision;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.audit.AuditReport;
import org.vigie.schemas.audit.AuditVerification;

/**
 * What stands on the topic of the audit when the job fails, is restarted, and goes on from a
 * savepoint. The topics carry the time of the events, so that nothing depends on when the test
 * runs.
 */
final class AuditITCase {
  private static final String COMMUNITY = "c1";
  private static final long HOUR_MS = 3_600_000L;
  private static final long END_MS = Samples.START_MS + 100 * HOUR_MS;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int POLLS_MAX = 1200;

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

  @ParameterizedTest
  @EnumSource(names = {"AT_LEAST_ONCE", "EXACTLY_ONCE"})
  void isOneWholeChainThoughTheJobFailsAndGoesOnFromASavepoint(DeliveryGuarantee delivery)
      throws Exception {
    Configuration config = config(delivery);
    StreamExecutionEnvironment env = JobConfiguration.local(config, 2, folder);
    String run = FailsOnce.addTo(new KafkaJob(config).connect(env).notes());
    JobClient job = env.executeAsync("fails-once");
    send(Samples.platform(5), END_MS);
    String alertId = awaitAlert();
    send(
        List.of(
            review("dismissed", alertId, "one", END_MS + HOUR_MS),
            review("no-alert", UUID.randomUUID().toString(), "one", END_MS + HOUR_MS + 1),
            erasure("forget", END_MS + HOUR_MS + 2)),
        END_MS + 2 * HOUR_MS);
    FailsOnce.awaitFailure(run);
    // What was read before the last checkpoint does not come again: something must let time pass.
    send(List.of(), END_MS + 2 * HOUR_MS + 1);
    await(seen("forget"));
    String savepoint =
        job.triggerSavepoint(folder.resolve("s").toString(), SavepointFormatType.NATIVE).get();
    send(List.of(review("confirmed", alertId, "two", END_MS + 3 * HOUR_MS)), END_MS + 4 * HOUR_MS);
    await(seen("confirmed"));
    job.cancel().get();

    config.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    JobClient again = new KafkaJob(config).start(JobConfiguration.local(config, 2, folder));
    List<AuditEntry> entries = await(all -> writers(all).size() == 2 && lastHas(all, "confirmed"));
    again.cancel().get();

    assertWhole(entries);
    assertSaysWhatWasDone(entries, alertId);
  }

  private static void assertWhole(List<AuditEntry> entries) {
    AuditVerification verification = new AuditVerification(false, List.of());
    entries.forEach(entry -> verification.take(entry, "@"));
    AuditReport report = verification.report(List.of());
    assertThat(report.breaks()).isEmpty();
    assertThat(report.notes()).singleElement().asString().contains("an older state was restored");
  }

  private static void assertSaysWhatWasDone(List<AuditEntry> entries, String alertId) {
    List<String> writers = writers(entries);
    List<String> first = words(entries, writers.get(0));
    assertThat(first.get(0)).isEqualTo("RULES_IN_FORCE " + ShippedRules.ruleSet().bundle());
    assertThat(first)
        .containsSubsequence(
            "REVIEW_TAKEN dismissed one",
            "REVIEW_APPLIED dismissed DISMISSED",
            "REVIEW_TAKEN no-alert one",
            "ERASURE_REQUESTED forget",
            "ERASURE_DONE forget RECEIVED,DID",
            "REVIEW_TAKEN confirmed two",
            "REVIEW_APPLIED confirmed CONFIRMED")
        .doesNotContain("REVIEW_APPLIED no-alert DISMISSED")
        .doesNotHaveDuplicates();
    assertThat(words(entries, writers.get(1)))
        .startsWith("RULES_IN_FORCE " + ShippedRules.ruleSet().bundle())
        .contains("REVIEW_TAKEN confirmed two", "REVIEW_APPLIED confirmed CONFIRMED")
        .doesNotContain("ERASURE_REQUESTED forget");
    assertThat(entries)
        .filteredOn(entry -> entry.getKind() == AuditKind.REVIEW_APPLIED)
        .allSatisfy(entry -> assertThat(entry.getAlertId()).isEqualTo(alertId));
    assertThat(entries.toString()).doesNotContain("forgotten", "because");
  }

  /** Each entry of a writer once, in words. */
  private static List<String> words(List<AuditEntry> entries, String writer) {
    return entries.stream()
        .filter(entry -> entry.getWriter().equals(writer))
        .distinct()
        .map(AuditITCase::words)
        .toList();
  }

  private static String words(AuditEntry entry) {
    return switch (entry.getKind()) {
      case RULES_IN_FORCE -> entry.getKind() + " " + entry.getBundle();
      case REVIEW_TAKEN -> entry.getKind() + " " + entry.getEventId() + " " + entry.getReviewer();
      case REVIEW_APPLIED -> entry.getKind() + " " + entry.getEventId() + " " + entry.getState();
      case ERASURE_REQUESTED -> entry.getKind() + " " + entry.getEventId();
      case ERASURE_HELD -> entry.getKind() + " " + entry.getEventId() + " " + entry.getHeldBy();
      case ERASURE_DONE -> entry.getKind() + " " + entry.getEventId() + " " + entry.getErased();
      case ERASURE_TAKEN_BACK -> entry.getKind() + " " + entry.getEventId();
      case HEAD -> entry.getKind() + " " + entry.getDay();
      case UNRECOGNISED -> throw new AssertionError("never written");
    };
  }

  private static List<String> writers(List<AuditEntry> entries) {
    LinkedHashSet<String> writers = new LinkedHashSet<>();
    entries.forEach(entry -> writers.add(entry.getWriter()));
    return List.copyOf(writers);
  }

  private static Predicate<List<AuditEntry>> seen(String eventId) {
    return entries -> entries.stream().anyMatch(entry -> eventId.equals(entry.getEventId()));
  }

  private static boolean lastHas(List<AuditEntry> entries, String eventId) {
    List<String> writers = writers(entries);
    return words(entries, writers.get(writers.size() - 1))
        .contains("REVIEW_APPLIED " + eventId + " " + AlertState.CONFIRMED);
  }

  private static List<AuditEntry> await(Predicate<List<AuditEntry>> condition) {
    for (int polls = 0; polls < POLLS_MAX; polls++) {
      List<AuditEntry> entries =
          broker.readToEnd(Topics.AUDIT).stream().map(AuditITCase::entry).toList();
      if (condition.test(entries)) {
        return entries;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    throw new AssertionError("what was awaited is not on the topic of the audit");
  }

  /** An alert that one reviewer can close. */
  private static String awaitAlert() {
    for (int polls = 0; polls < POLLS_MAX; polls++) {
      BinaryCodec<Alert> codec = BinaryCodec.of(RecordKind.ALERT, Alert.class);
      for (ConsumerRecord<byte[], byte[]> record : broker.readToEnd(Topics.ALERTS)) {
        Alert alert = ((Decoded.Accepted<Alert>) codec.decode(record.value())).record();
        if (alert.getSeverity() != Severity.CRITICAL) {
          return alert.getAlertId();
        }
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    throw new AssertionError("no alert that one reviewer can close");
  }

  private static AuditEntry entry(ConsumerRecord<byte[], byte[]> record) {
    BinaryCodec<AuditEntry> codec = BinaryCodec.of(RecordKind.AUDIT_ENTRY, AuditEntry.class);
    AuditEntry entry = ((Decoded.Accepted<AuditEntry>) codec.decode(record.value())).record();
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(entry.getWriter());
    return entry;
  }

  private static Review review(String id, String alertId, String reviewer, long timeMs) {
    return Review.newBuilder()
        .setEventId(id)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setAlertId(alertId)
        .setReviewer(reviewer)
        .setDecision(id.equals("confirmed") ? ReviewDecision.CONFIRMED : ReviewDecision.DISMISSED)
        .setReason("because")
        .build();
  }

  private static SessionEvent erasure(String id, long timeMs) {
    return SessionEvent.newBuilder()
        .setEventId(id)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setAccount("forgotten")
        .setKind(SessionKind.ERASURE_REQUESTED)
        .build();
  }

  /** Sends events at their own times, and one later on each topic, that lets time pass. */
  private static void send(List<? extends SpecificRecord> events, long untilMs) throws Exception {
    List<SpecificRecord> all = new ArrayList<>(events);
    String id = "mark-" + untilMs;
    all.add(Samples.message(id, "far", "away", untilMs));
    all.add(Samples.age(id, "far", untilMs, 30, 30));
    all.add(Samples.robbery(id, "nobody", "far", untilMs));
    all.add(Samples.review(id, untilMs));
    all.sort(Comparator.comparingLong(EventEncoder::timeMs));
    EventEncoder encoder = new EventEncoder();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (SpecificRecord event : all) {
      RecordKind kind = RecordKind.of(event);
      String topic =
          Topics.EVENTS.stream().filter(t -> Topics.kindOf(t) == kind).findFirst().orElseThrow();
      long timeMs = EventEncoder.timeMs(event);
      records.add(new ProducerRecord<>(topic, 0, timeMs, new byte[0], encoder.encode(event)));
    }
    broker.send(records);
  }

  private static Configuration config(DeliveryGuarantee delivery) {
    Configuration config = new Configuration();
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    config.set(KafkaOptions.ALERT_DELIVERY, delivery);
    config.set(TimeOptions.ALLOW_CREATE_TIME, true);
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(300));
    config.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    return config;
  }

  /** Fails the job once, when it sees what a review did. */
  private static final class FailsOnce implements MapFunction<AuditEntry, AuditEntry> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Boolean> FAILED = new ConcurrentHashMap<>();

    private final String run;

    private FailsOnce(String run) {
      this.run = run;
    }

    static String addTo(DataStream<AuditEntry> notes) {
      String run = UUID.randomUUID().toString();
      notes
          .map(new FailsOnce(run), Types.AUDIT_ENTRY)
          .uid("fails-once")
          .sinkTo(new DiscardingSink<>())
          .uid("nowhere");
      return run;
    }

    static void awaitFailure(String run) {
      for (int polls = 0; !FAILED.containsKey(run); polls++) {
        if (polls == POLLS_MAX) {
          throw new AssertionError("the job did not fail");
        }
        LockSupport.parkNanos(POLL.toNanos());
      }
    }

    @Override
    public AuditEntry map(AuditEntry note) {
      if (note.getKind() == AuditKind.REVIEW_APPLIED && FAILED.put(run, true) == null) {
        throw new IllegalStateException("a planted failure");
      }
      return note;
    }
  }
}
