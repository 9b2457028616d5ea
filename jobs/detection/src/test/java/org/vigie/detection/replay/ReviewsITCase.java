package org.vigie.detection.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alert.Alert;
import org.vigie.alert.ReviewState;
import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.Role;
import org.vigie.core.alert.Subject;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Harm;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.DetectionStreams;
import org.vigie.detection.DetectionTopology;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.KeptAlerts;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.stop.StopSettings;
import org.vigie.event.Review;
import org.vigie.event.ReviewDecision;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.JsonLineReader;
import org.vigie.schemas.RecordKind;

/** CONTRACT §5, line by line, through the whole job: reviews come back to their alerts. */
final class ReviewsITCase {
  private static final long HOUR_MS = 3_600_000L;
  private static final long DAY_MS = 24 * HOUR_MS;
  private static final ReviewDecision DISMISSED = ReviewDecision.DISMISSED;
  private static final ReviewDecision CONFIRMED = ReviewDecision.CONFIRMED;

  private static List<Alert> revisions = List.of();

  private static final List<SpecificRecord> EVENTS = new ArrayList<>();

  @BeforeAll
  static void letAllOfItHappen(@TempDir Path folder) throws Exception {
    groomed("rests");
    review("rests", 4 * HOUR_MS, "r1", DISMISSED, null);
    code("rests", 2 * DAY_MS, SignalCode.FLATTERY);
    code("rests", 4 * HOUR_MS + 14 * DAY_MS - HOUR_MS, SignalCode.ISOLATION);
    groomedAgain("rests", 15 * DAY_MS);

    groomed("snoozes");
    review("snoozes", 4 * HOUR_MS, "r1", DISMISSED, 3 * DAY_MS);
    code("snoozes", 2 * DAY_MS, SignalCode.FLATTERY);
    code("snoozes", 4 * DAY_MS, SignalCode.FLATTERY);

    groomed("reopens");
    review("reopens", 4 * HOUR_MS, "r1", DISMISSED, null);
    code("reopens", 2 * DAY_MS, SignalCode.MEETING_PROPOSAL);

    groomed("goes-on");
    review("goes-on", 4 * HOUR_MS, "r1", CONFIRMED, null);
    code("goes-on", 2 * DAY_MS, SignalCode.FLATTERY);

    upload("uploads", HOUR_MS);
    review("uploads", 2 * HOUR_MS, "r1", DISMISSED, null);
    review("uploads", 3 * HOUR_MS, "r1", DISMISSED, null);
    review("uploads", 4 * HOUR_MS, "r2", DISMISSED, null);
    upload("uploads", 6 * HOUR_MS);

    EVENTS.add(Samples.message("last", "far", "away", Samples.START_MS + 20 * DAY_MS));
    revisions = settle(folder);
  }

  @Test
  void closesAndRestsForFourteenDaysWhileItGoesOnCounting() {
    assertThat(courseOf("rests")).containsExactly("OPEN 1", "DISMISSED 1", "OPEN 2");
    assertThat(last("rests").getFindings().get(0).getTime())
        .isGreaterThan(Samples.START_MS + 14 * DAY_MS);
    // What came while it rested counts: flattery, isolation, then secrecy and sexual content.
    assertThat(last("rests").getFindings().get(0).getObserved()).containsEntry("stages", 4.0);
  }

  @Test
  void restsUntilTheReviewerSaysSo() {
    assertThat(courseOf("snoozes")).containsExactly("OPEN 1", "DISMISSED 1", "OPEN 2");
    assertThat(last("snoozes").getFindings().get(0).getTime())
        .isEqualTo(Samples.START_MS + 4 * DAY_MS);
  }

  @Test
  void opensAgainForEvidenceOfAnotherFamily() {
    assertThat(courseOf("reopens")).containsExactly("OPEN 1", "DISMISSED 1", "OPEN 2");
    assertThat(last("reopens").getReview()).isNull();
    assertThat(last("reopens").getFindings().get(0).getObserved()).containsEntry("stages", 4.0);
  }

  @Test
  void keepsRaisingWhatWasConfirmed() {
    assertThat(courseOf("goes-on")).containsExactly("OPEN 1", "CONFIRMED 1", "CONFIRMED 1");
  }

  @Test
  void closesACriticalOneForTwoReviewersAloneAndNeverSilencesItsRule() {
    assertThat(courseOf("uploads"))
        .containsExactly("OPEN 1", "OPEN 1", "OPEN 1", "DISMISSED 1", "OPEN 2");
    ReviewState closing = Objects.requireNonNull(of("uploads").get(3).getReview());
    assertThat(closing.getReviewers()).containsExactly("r1", "r2");
  }

  @Test
  void keepsTheIdThroughAllEpisodes() {
    assertThat(of("rests")).extracting(Alert::getAlertId).containsOnly(idOf("rests"));
  }

  /** An account that goes through three stages: MEDIUM, of one family. */
  private static void groomed(String account) {
    EVENTS.add(Samples.age("age-" + account, account, Samples.START_MS, 30, 30));
    EVENTS.add(Samples.age("age-m-" + account, "m-" + account, Samples.START_MS, 13, 15));
    code(account, HOUR_MS, SignalCode.AGE_PROBE);
    code(account, 2 * HOUR_MS, SignalCode.SECRECY);
    code(account, 3 * HOUR_MS, SignalCode.SEXUAL);
  }

  private static void groomedAgain(String account, long afterMs) {
    code(account, afterMs, SignalCode.SECRECY);
    code(account, afterMs + 1, SignalCode.SEXUAL);
  }

  private static void code(String account, long afterMs, SignalCode code) {
    EVENTS.add(
        Samples.message(
            account + afterMs, account, "m-" + account, Samples.START_MS + afterMs, code));
  }

  private static void upload(String account, long afterMs) {
    EVENTS.add(Samples.matched(account + afterMs, account, "friend", Samples.START_MS + afterMs));
  }

  private static void review(
      String account,
      long afterMs,
      String reviewer,
      ReviewDecision decision,
      @Nullable Long snoozeAfterMs) {
    EVENTS.add(
        Review.newBuilder()
            .setEventId("review-" + account + afterMs)
            .setCommunity("c1")
            .setTime(Samples.START_MS + afterMs)
            .setAlertId(idOf(account))
            .setReviewer(reviewer)
            .setDecision(decision)
            .setReason("seen")
            .setSnoozeUntil(snoozeAfterMs == null ? null : Samples.START_MS + snoozeAfterMs)
            .build());
  }

  private static String idOf(String account) {
    Harm harm = account.equals("uploads") ? Harm.ABUSE_MATERIAL : Harm.GROOMING;
    Subject subject = new Subject("c1", SubjectKind.ACCOUNT, account, Role.SUSPECTED_ACTOR);
    return AlertId.of(harm, subject).toString();
  }

  /** State and episode of each revision. */
  private static List<String> courseOf(String account) {
    return of(account).stream().map(one -> one.getState() + " " + one.getEpisode()).toList();
  }

  private static Alert last(String account) {
    List<Alert> all = of(account);
    return all.get(all.size() - 1);
  }

  private static List<Alert> of(String account) {
    return revisions.stream().filter(one -> one.getSubject().equals(account)).toList();
  }

  private static List<Alert> settle(Path folder) throws Exception {
    Arrivals arrivals = Arrivals.of(EVENTS, folder.resolve("arrivals"), 1);
    KeptAlerts kept = new KeptAlerts(folder.toString());
    Configuration config = new Configuration();
    StopSettings stops = StopSettings.from(config).endingAt(arrivals.file().endMs());
    StreamExecutionEnvironment env = JobConfiguration.local(config, 2, folder);
    DataStream<LogRecord> records =
        env.fromSource(
                new SortedFileSource(List.of(arrivals.file())), arrivals.watermarks(3), "events")
            .setParallelism(1)
            .uid("events");
    DetectionStreams streams =
        DetectionTopology.build(
            records,
            DetectionTopology.noBundles(records),
            DetectionSettings.from(config).withStops(stops));
    streams.alerts().sinkTo(kept).uid("alerts");
    streams.deadLetters().sinkTo(new DiscardingSink<>()).uid("dead-letters");
    env.execute();
    JsonLineReader reader = JsonLineReader.of(RecordKind.ALERT);
    return kept.inOrder().stream()
        .map(line -> reader.read(1, line.getBytes(StandardCharsets.UTF_8)))
        .map(line -> (Alert) ((JsonLine.Read) line).record())
        .sorted(Comparator.comparing(Alert::getRevision))
        .toList();
  }
}
