package org.vigie.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Harm;
import org.vigie.alert.Progress;
import org.vigie.alert.Severity;
import org.vigie.alert.SubjectKind;
import org.vigie.alert.SubjectRole;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;
import org.vigie.cli.broker.BrokerPlace;
import org.vigie.cli.broker.EmbeddedBroker;
import org.vigie.detection.kafka.FreshTopics;
import org.vigie.detection.kafka.Topics;
import org.vigie.event.Review;
import org.vigie.event.ReviewDecision;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;

/** A reviewer at a real broker: what the three topics say is folded, and reviews are written. */
final class LiveAlertsITCase {
  private static final long INSTANT_MS = 1_719_345_600_000L;
  private static final String SETTLED = "aaaaaaaa-0000-5000-8000-000000000001";
  private static final String PROVISIONAL = "bbbbbbbb-0000-5000-8000-000000000002";
  private static final String WITHDRAWN = "cccccccc-0000-5000-8000-000000000003";
  private static final String VOID = "dddddddd-0000-5000-8000-000000000004";

  private static EmbeddedBroker broker;

  @BeforeAll
  static void fillTopics(@TempDir Path folder) throws Exception {
    broker = EmbeddedBroker.start(BrokerPlace.anywhere(folder.resolve("broker")));
    List<String> names =
        List.of(Topics.ALERTS, Topics.PROVISIONAL, Topics.PROGRESS, Topics.REVIEWS);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      FreshTopics.create(
          admin, names.stream().map(name -> new NewTopic(name, 1, (short) 1)).toList());
    }
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", broker.bootstrapServers());
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      send(producer, Topics.PROVISIONAL, said(SETTLED, "p1", 0).build());
      send(producer, Topics.ALERTS, said(SETTLED, "p1", 0).setRevision(1).setSettled(true).build());
      send(producer, Topics.PROVISIONAL, said(PROVISIONAL, "p2", 60_000).build());
      send(producer, Topics.PROVISIONAL, said(WITHDRAWN, "p3", 60_000).build());
      Alert.Builder takenBack = said(WITHDRAWN, "p3", 60_000).setState(AlertState.WITHDRAWN);
      send(producer, Topics.PROVISIONAL, takenBack.build());
      send(producer, Topics.PROVISIONAL, said(VOID, "p4", 1_000).build());
      Progress progress =
          Progress.newBuilder()
              .setRun("1")
              .setSubtask(0)
              .setParallelism(1)
              .setCheckpoint(1)
              .setSettledThrough(INSTANT_MS + 2_000)
              .build();
      byte[] value = BinaryCodec.of(RecordKind.PROGRESS, Progress.class).encode(progress);
      producer.send(new ProducerRecord<>(Topics.PROGRESS, new byte[] {1}, value)).get();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void listsWhatThereIsToLookAt() {
    Typed typed = typed("alerts", "list");

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("CRITICAL", "aaaaaaaa", "open"),
            line -> assertThat(line).contains("bbbbbbbb", "open, provisional"));
  }

  @Test
  void listsWhatWasTakenBackOrIsVoidToWhoAsksForIt() {
    assertThat(typed("alerts", "list", "--state", "withdrawn").out()).contains("cccccccc");
    assertThat(typed("alerts", "list", "--state", "void").out()).contains("dddddddd", "void");
    assertThat(typed("alerts", "list", "--state", "provisional").out().lines()).hasSize(1);
    assertThat(typed("alerts", "list", "--community", "other").out()).isEmpty();
    assertThat(typed("alerts", "list", "--harm", "drug_sales").out()).isEmpty();
    assertThat(typed("alerts", "list", "--harm", "ambsh").err()).contains("nearest: ambush");
  }

  @Test
  void showsOneAndFollowsForAWhile() {
    assertThat(typed("alerts", "show", "bbbb").out()).contains("provisional", "device d1");
    assertThat(typed("alerts", "tail", "--seconds", "0").out()).isEmpty();
    Typed both = typed("alerts", "tail", "--follow", "--seconds", "0");
    assertThat(both.code()).isEqualTo(ExitCode.USAGE);
    assertThat(both.err()).contains("--follow", "--seconds");
  }

  @Test
  void printsWhatWasSaidOnArrivalWithItsPlace() {
    Typed typed = typed("topics", "cat", Topics.PROVISIONAL);

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out().lines())
        .hasSize(5)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("\"provisional_id\"", "\"topic\":\"vigie.alerts.provisional\""));
  }

  @Test
  void writesAReviewAndSaysWhatWillFollow() {
    Typed typed =
        typed("review", "aaaa", "dismissed", "--reviewer", "r1", "--reason", "second-hand phone");

    assertThat(typed.err()).contains("written to vigie.reviews, partition 0");
    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out()).contains("It stays OPEN", "two reviewers");
    ConsumerRecord<byte[], byte[]> record = lastReview();
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(SETTLED);
    Decoded<Review> decoded =
        BinaryCodec.of(RecordKind.REVIEW, Review.class).decode(record.value());
    assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
    Review review = ((Decoded.Accepted<Review>) decoded).record();
    assertThat(review.getCommunity()).isEqualTo("c1");
    assertThat(review.getAlertId()).isEqualTo(SETTLED);
    assertThat(review.getDecision()).isEqualTo(ReviewDecision.DISMISSED);
    assertThat(review.getReason()).isEqualTo("second-hand phone");
  }

  @Test
  void reviewsNothingThatIsNotThereOrNotAllowed() {
    Typed missing = typed("review", "eeee", "confirmed", "--reviewer", "r1", "--reason", "x");
    Typed snoozed =
        typed(
            "review",
            "aaaa",
            "confirmed",
            "--reviewer",
            "r1",
            "--reason",
            "x",
            "--snooze-until",
            "2024-07-01T00:00:00Z");
    Typed unnamed = typed("review", "aaaa", "confirmed", "--reviewer", "", "--reason", "x");
    Typed wordless = typed("review", "aaaa", "confirmed", "--reviewer", "r1", "--reason", " ");
    Typed past =
        typed(
            "review",
            "aaaa",
            "dismissed",
            "--reviewer",
            "r1",
            "--reason",
            "x",
            "--snooze-until",
            "2024-07-01T00:00:00Z");

    assertThat(wordless.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wordless.err()).contains("--reason is empty");
    assertThat(past.code()).isEqualTo(ExitCode.USAGE);
    assertThat(past.err()).contains("is past");
    assertThat(missing.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(snoozed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unnamed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unnamed.err()).contains("reviewer");
  }

  private static Typed typed(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--bootstrap-servers";
    all[words.length + 1] = broker.bootstrapServers();
    return Typed.in(all);
  }

  private static ConsumerRecord<byte[], byte[]> lastReview() {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", broker.bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(Topics.REVIEWS, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(20)).iterator().next();
    }
  }

  private static void send(Producer<byte[], byte[]> producer, String topic, Alert alert)
      throws Exception {
    byte[] key = alert.getAlertId().getBytes(StandardCharsets.UTF_8);
    byte[] value = BinaryCodec.of(RecordKind.ALERT, Alert.class).encode(alert);
    producer.send(new ProducerRecord<>(topic, key, value)).get();
  }

  static Alert.Builder said(String alertId, String provisionalId, long afterMs) {
    return Alert.newBuilder()
        .setAlertId(alertId)
        .setRevision(0)
        .setCommunity("c1")
        .setHarm(Harm.AMBUSH)
        .setSeverity(Severity.CRITICAL)
        .setState(AlertState.OPEN)
        .setSubject("d1")
        .setSubjectKind(SubjectKind.DEVICE)
        .setSubjectRole(SubjectRole.SUSPECTED_ACTOR)
        .setProvisionalId(provisionalId)
        .setValidUntil(INSTANT_MS + afterMs);
  }
}
