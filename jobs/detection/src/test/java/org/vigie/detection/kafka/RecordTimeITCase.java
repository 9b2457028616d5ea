package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alert.Alert;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.DeadLetterCode;
import org.vigie.core.event.RecordedEvent;
import org.vigie.detection.EngineRun;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.time.TimeOptions;
import org.vigie.event.Message;
import org.vigie.reference.ReferenceAlert;
import org.vigie.reference.ReferenceDetector;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;

/**
 * Time from the record, on topics that the broker stamps by its own clock, with everything at once
 * that could upset it. What must come out is computed from the log as it then stands, by the engine
 * on one thread (every byte) and by the reference detector, which shares no code with it (every
 * field that it gives).
 */
final class RecordTimeITCase {
  private static final long SEED = 3;
  private static final int PARTITIONS = 4;
  private static final int SILENT_PARTITION = 3;
  private static final long HOUR_MS = 3_600_000L;
  private static final long SPREAD_MS = 8_000;
  private static final long SPLIT_MS = Samples.START_MS + 6 * HOUR_MS;
  private static final long END_MS = Samples.START_MS + 48 * HOUR_MS;
  private static final long IN_1970_MS = 86_400_000L;
  private static final long IN_2099_MS = 4_070_908_800_000L;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int POLLS_MAX = 600;

  private static TestBroker broker;

  private final Random random = new Random(SEED);
  private final EventEncoder encoder = new EventEncoder();
  @TempDir private Path folder;

  @BeforeAll
  static void startBroker(@TempDir Path brokerFolder) throws Exception {
    broker = TestBroker.start(brokerFolder);
    broker.create(TopicPlan.of(PARTITIONS, (short) 1));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void settlesWhatTheRecordSaysWhateverClocksPartitionsAndRestartsDo() throws Exception {
    JobClient job = start("");
    savepoint(job); // it runs: what is sent from now on is read at once
    List<SpecificRecord> before =
        story(Samples.START_MS, SPLIT_MS, probe("probe-1", SILENT_PARTITION));
    before.addAll(absurdTimes());
    int half = before.size() / 2;
    sendShuffled(before.subList(0, half));
    String savepoint = savepoint(job);
    sendShuffled(before.subList(half, before.size()));
    job.cancel().get();

    job = start(savepoint);
    sendShuffled(story(SPLIT_MS, END_MS, probe("probe-2", 0)));
    assertThat(broker.readToEnd(Topics.REVIEWS)).as("a topic that nobody ever used").isEmpty();
    List<RecordedEvent> recorded = new LiveLog(broker).recorded();
    long newestMs = recorded.stream().mapToLong(RecordedEvent::recordedMs).max().orElseThrow();
    Set<String> expected = new TreeSet<>(EngineRun.revisions(recorded, newestMs));
    awaitAlerts(expected.size());
    job.cancel().get();

    assertThat(alerts()).as("seed %d", SEED).isEqualTo(expected);
    assertAgreesWithTheReference(
        new LiveLog(broker).revisions(),
        new ReferenceDetector(ShippedRules.ruleSet()).settle(recorded, newestMs));
    assertThat(harms(expected)).contains("ABUSE_MATERIAL", "AMBUSH", "GROOMING");
    assertThat(letters())
        .containsExactlyInAnyOrder(
            DeadLetterCode.FUTURE_TIME,
            DeadLetterCode.FUTURE_TIME,
            DeadLetterCode.STALE,
            DeadLetterCode.STALE);
  }

  private static void assertAgreesWithTheReference(
      List<Alert> alerts, List<ReferenceAlert> reference) {
    Set<String> unknownAges = ReferenceFields.unknownAges(alerts);
    assertThat(ReferenceFields.ofWire(alerts))
        .as("the reference detector, seed %d", SEED)
        .isEqualTo(ReferenceFields.ofReference(reference, unknownAges));
    assertThat(alerts.stream().mapToInt(alert -> alert.getCounterparts().size()).sum())
        .as("some ages are known, and compared")
        .isGreaterThan(unknownAges.size());
  }

  /** A record that tells what time it is at the broker, and is of 1970 itself. */
  private long probe(String id, int partition) throws Exception {
    byte[] value = encoder.encode(Samples.robbery(id, "nobody", "nobody-else", IN_1970_MS));
    broker.send(List.of(new ProducerRecord<>(Topics.INTERACTIONS, partition, new byte[0], value)));
    List<ConsumerRecord<byte[], byte[]>> all = broker.readToEnd(Topics.INTERACTIONS);
    return all.stream().mapToLong(ConsumerRecord::timestamp).max().orElseThrow();
  }

  /** Two that nobody can believe, one of account life that counts when it is recorded. */
  private static List<SpecificRecord> absurdTimes() {
    return List.of(
        Samples.message("m-2099", "adult", "minor0", IN_2099_MS),
        Samples.age("s-2099", "minor0", IN_2099_MS, 40, 40),
        Samples.age("s-1970", "u1", IN_1970_MS, 40, 40));
  }

  /** What happens from one time to another on the sample platform, within seconds up to now. */
  private static List<SpecificRecord> story(long fromMs, long toMs, long nowMs) {
    List<SpecificRecord> events = new ArrayList<>();
    for (SpecificRecord event : Samples.platform(SEED)) {
      long timeMs = EventEncoder.timeMs(event);
      if (timeMs >= fromMs && timeMs < toMs) {
        set(event, "time", nowMs - SPREAD_MS * (toMs - timeMs) / (toMs - fromMs));
        if (event instanceof Message message
            && message.getMeeting() != null
            && message.getMeeting().getTime() != null) {
          // Those after the end stay as far ahead as they were.
          long aheadMs = message.getMeeting().getTime() - toMs;
          long scale = aheadMs > 0 ? 1 : (toMs - fromMs) / SPREAD_MS;
          set(message.getMeeting(), "time", nowMs + aheadMs / scale);
        }
        events.add(event);
      }
    }
    return events;
  }

  private static void set(SpecificRecord record, String field, long value) {
    record.put(record.getSchema().getField(field).pos(), value);
  }

  /** In any order, on any partition but the silent one. */
  private void sendShuffled(List<SpecificRecord> events) throws Exception {
    List<SpecificRecord> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (SpecificRecord event : shuffled) {
      int partition = random.nextInt(SILENT_PARTITION);
      byte[] value = encoder.encode(event);
      records.add(new ProducerRecord<>(topicOf(event), partition, new byte[0], value));
    }
    broker.send(records);
  }

  private static String topicOf(SpecificRecord event) {
    RecordKind kind = RecordKind.of(event);
    return Topics.EVENTS.stream().filter(t -> Topics.kindOf(t) == kind).findFirst().orElseThrow();
  }

  private JobClient start(String savepoint) throws Exception {
    Configuration config = new Configuration();
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    config.set(TimeOptions.FETCH_ALLOWANCE, Duration.ofSeconds(5));
    config.set(TimeOptions.IDLE_AFTER, Duration.ofSeconds(5));
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
    KafkaJob job = new KafkaJob(config);
    assertThat(job.problems(2)).isEmpty();
    if (!savepoint.isEmpty()) {
      config.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    return job.start(JobConfiguration.local(config, 2, folder));
  }

  /** Tries again until all tasks run. */
  private String savepoint(JobClient job) throws InterruptedException {
    String target = folder.resolve("saved").toUri().toString();
    for (int tries = 0; tries < POLLS_MAX; tries++) {
      try {
        return job.triggerSavepoint(target, SavepointFormatType.NATIVE).get();
      } catch (ExecutionException notYet) {
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
    throw new AssertionError("no savepoint can be taken");
  }

  private static void awaitAlerts(int count) {
    for (int polls = 0; alerts().size() < count; polls++) {
      assertThat(polls).as("of %d alerts came %s", count, alerts()).isLessThan(POLLS_MAX);
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** Settled revisions, each once: delivery is at least once, and copies are the same bytes. */
  private static Set<String> alerts() {
    return new TreeSet<>(new LiveLog(broker).alerts());
  }

  private static List<DeadLetterCode> letters() {
    BinaryCodec<DeadLetter> codec = BinaryCodec.of(RecordKind.DEAD_LETTER, DeadLetter.class);
    Map<String, DeadLetterCode> byPlace = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : broker.readToEnd(Topics.DEAD_LETTERS)) {
      DeadLetter letter = ((Decoded.Accepted<DeadLetter>) codec.decode(record.value())).record();
      byPlace.put(
          letter.getSourceTopic() + letter.getPartition() + "@" + letter.getOffset(),
          letter.getCode());
    }
    return new ArrayList<>(byPlace.values());
  }

  private static Set<String> harms(Set<String> revisions) {
    Set<String> harms = new TreeSet<>();
    for (String revision : revisions) {
      harms.add(revision.replaceFirst(".*\"harm\":\"([A-Z_]+)\".*", "$1"));
    }
    return harms;
  }
}
