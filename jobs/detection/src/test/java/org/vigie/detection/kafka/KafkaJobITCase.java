package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alert.Alert;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.DeadLetterCode;
import org.vigie.alert.Evidence;
import org.vigie.alert.Progress;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Trace;
import org.vigie.core.route.TimeBounds;
import org.vigie.detection.EngineRun;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.decode.RecordedEvents;
import org.vigie.detection.time.TimeOptions;
import org.vigie.detection.wire.TraceHeader;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.standing.AlertBoard;
import org.vigie.schemas.standing.Phase;
import org.vigie.schemas.standing.Standing;

/**
 * The whole way from topics to topics. The topics carry the time of the events, so that nothing
 * depends on when the test runs.
 */
final class KafkaJobITCase {
  private static final long LATER_MS = Samples.START_MS + 100 * 3_600_000L;
  private static final long SETTLED_MS = LATER_MS - TimeBounds.DEFAULT.disorderMs() - 1;
  private static final byte[] GARBAGE = {1, 2, 3};

  private static TestBroker broker;

  @TempDir Path folder;

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
  void findsOnTopicsWhatTheEngineFindsOnOneThread() throws Exception {
    broker.send(
        List.of(
            record(Topics.MESSAGES, Samples.START_MS, GARBAGE),
            record(Topics.REVIEWS, Samples.START_MS, null)));
    List<RecordedEvent> recorded = send(Samples.platform(1));
    List<String> expected = EngineRun.revisions(recorded, SETTLED_MS);

    List<String> revisions = alertsOf(config(DeliveryGuarantee.AT_LEAST_ONCE), expected.size());

    assertThat(unmarked(revisions)).isEqualTo(unmarked(expected));
    assertDeadLetters(broker.read(Topics.DEAD_LETTERS, 2));
  }

  @Test
  void saysOnArrivalWhatItSettlesLaterAndHowFarItHasSettled() throws Exception {
    List<RecordedEvent> recorded = send(Samples.platform(3));
    int revisions = EngineRun.revisions(recorded, SETTLED_MS).size();
    Configuration config = config(DeliveryGuarantee.EXACTLY_ONCE);
    JobClient job = start(config);

    AlertBoard board = new AlertBoard();
    for (int read = 1; board.settledThroughMs() < SETTLED_MS; read++) {
      ConsumerRecord<byte[], byte[]> last = broker.read(Topics.PROGRESS, read).get(read - 1);
      Progress progress = decode(RecordKind.PROGRESS, Progress.class, last.value());
      assertThat(text(last.key())).isEqualTo(progress.getRun() + "/" + progress.getSubtask());
      board.progress(progress);
    }
    // Whatever progress says is settled is there for readers of committed records.
    List<Alert> settled =
        broker.read(Topics.ALERTS, revisions).stream().map(KafkaJobITCase::alert).toList();
    settled.forEach(board::settled);
    broker.read(Topics.PROVISIONAL, 2).forEach(one -> board.provisional(alert(one)));
    job.cancel().get();

    // Topics are read side by side: what is said of one before another is read may be withdrawn.
    assertThat(board.all()).extracting(Standing::phase).isSubsetOf(Phase.SETTLED, Phase.WITHDRAWN);
    assertThat(board.all())
        .filteredOn(standing -> standing.phase() == Phase.SETTLED)
        .hasSize((int) settled.stream().map(Alert::getAlertId).distinct().count())
        .hasSizeGreaterThan(2);
  }

  private static Alert alert(ConsumerRecord<byte[], byte[]> record) {
    return decode(RecordKind.ALERT, Alert.class, record.value());
  }

  @Test
  void deliversByTransactionsWhereThatIsAskedFor() throws Exception {
    List<RecordedEvent> recorded = send(Samples.platform(2));
    List<String> expected = EngineRun.revisions(recorded, SETTLED_MS);

    List<String> revisions = alertsOf(config(DeliveryGuarantee.EXACTLY_ONCE), expected.size());

    assertThat(unmarked(revisions)).isEqualTo(unmarked(expected));
  }

  private static void assertDeadLetters(List<ConsumerRecord<byte[], byte[]>> letters) {
    ConsumerRecord<byte[], byte[]> garbage =
        letters.stream()
            .filter(letter -> text(letter.key()).equals(Topics.MESSAGES))
            .findFirst()
            .orElseThrow();
    DeadLetter letter = decode(RecordKind.DEAD_LETTER, DeadLetter.class, garbage.value());
    assertThat(letter.getCode()).isEqualTo(DeadLetterCode.UNREADABLE);
    assertThat(letter.getOffset()).isZero();
    assertThat(letter.getTime()).isEqualTo(Samples.START_MS);
    assertThat(List.of(garbage.headers().toArray()))
        .extracting(Header::key, header -> text(header.value()))
        .contains(
            tuple("code", "UNREADABLE"),
            tuple("topic", Topics.MESSAGES),
            tuple("partition", "0"),
            tuple("offset", "0"));
  }

  /** Sends events at their own times, and one later on each topic, that lets time pass. */
  private List<RecordedEvent> send(List<SpecificRecord> events) throws Exception {
    List<SpecificRecord> all = new ArrayList<>(events);
    all.add(Samples.message("later", "far", "away", LATER_MS));
    all.add(Samples.age("later", "far", LATER_MS, 30, 30));
    all.add(Samples.robbery("later", "nobody", "far", LATER_MS));
    all.add(Samples.review("later", LATER_MS));
    all.sort(Comparator.comparingLong(EventEncoder::timeMs));
    EventEncoder encoder = new EventEncoder();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (SpecificRecord event : all) {
      long timeMs = EventEncoder.timeMs(event);
      ProducerRecord<byte[], byte[]> record = record(topicOf(event), timeMs, encoder.encode(event));
      record.headers().add(TraceHeader.NAME, utf8(trace(records.size()).traceparent()));
      records.add(record);
    }
    List<RecordMetadata> places = broker.send(records);
    List<RecordedEvent> recorded = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      RecordMetadata place = places.get(i);
      recorded.add(
          RecordedEvents.at(
              all.get(i),
              new Position(place.topic(), place.partition(), place.offset(), trace(i))));
    }
    return recorded;
  }

  private List<String> alertsOf(Configuration config, int count) throws Exception {
    assertThat(new KafkaJob(config).problems(2)).isEmpty();
    JobClient job = start(config);
    List<ConsumerRecord<byte[], byte[]>> alerts = broker.read(Topics.ALERTS, count);
    job.cancel().get();
    JsonLineWriter writer = new JsonLineWriter();
    List<String> revisions = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : alerts) {
      Alert alert = decode(RecordKind.ALERT, Alert.class, record.value());
      assertThat(text(record.key())).isEqualTo(alert.getAlertId());
      assertPassesTheNewestTraceOn(record, alert);
      revisions.add(text(writer.write(alert)));
    }
    revisions.sort(String::compareTo);
    return revisions;
  }

  /** Every event was sent in a trace of its own. */
  private static void assertPassesTheNewestTraceOn(
      ConsumerRecord<byte[], byte[]> record, Alert alert) {
    List<Evidence> evidence = alert.getEvidence();
    Evidence newest = evidence.get(evidence.size() - 1);
    assertThat(TraceHeader.of(record.headers()).traceparent()).isEqualTo(newest.getTraceparent());
    assertThat(evidence).extracting(Evidence::getTraceparent).doesNotHaveDuplicates();
  }

  private static Trace trace(int event) {
    return new Trace(7, 8, event + 1L, 1);
  }

  private JobClient start(Configuration config) throws Exception {
    return new KafkaJob(config).start(JobConfiguration.local(config, 2, folder));
  }

  private Configuration config(DeliveryGuarantee delivery) {
    Configuration config = new Configuration();
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    config.set(KafkaOptions.ALERT_DELIVERY, delivery);
    config.set(TimeOptions.ALLOW_CREATE_TIME, true);
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
    return config;
  }

  /** Without the mark of CreateTime, which the engine alone knows nothing of, and its hash. */
  private static Set<String> unmarked(List<String> revisions) {
    Set<String> unmarked = new TreeSet<>();
    for (String revision : revisions) {
      unmarked.add(
          revision.replace("\"CREATE_TIME\"", "").replaceAll("\"content_hash\":\"[^\"]*\"", ""));
    }
    return unmarked;
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, long timeMs, byte @Nullable [] value) {
    return new ProducerRecord<byte[], byte[]>(topic, 0, timeMs, new byte[0], value);
  }

  private static String topicOf(SpecificRecord event) {
    return switch (RecordKind.of(event)) {
      case MESSAGE -> Topics.MESSAGES;
      case SESSION -> Topics.SESSIONS;
      case INTERACTION -> Topics.INTERACTIONS;
      default -> Topics.REVIEWS;
    };
  }

  private static <R extends ContractRecord> R decode(
      RecordKind kind, Class<R> recordClass, byte[] bytes) {
    Decoded<R> decoded = BinaryCodec.of(kind, recordClass).decode(bytes);
    assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
    return ((Decoded.Accepted<R>) decoded).record();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
