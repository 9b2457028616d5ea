package org.vigie.detection.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Family;
import org.vigie.alert.Finding;
import org.vigie.alert.Harm;
import org.vigie.alert.MatchedMedia;
import org.vigie.alert.PendingMeeting;
import org.vigie.alert.Provenance;
import org.vigie.alert.Retention;
import org.vigie.alert.Severity;
import org.vigie.alert.StageTime;
import org.vigie.alert.SubjectKind;
import org.vigie.alert.Timeline;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Role;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Review;
import org.vigie.core.event.SignalCode;
import org.vigie.core.run.Engine;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.LexiconChoice;
import org.vigie.detection.decode.RecordedEvents;
import org.vigie.detection.legal.LegalBases;
import org.vigie.detection.retention.RetentionTimes;
import org.vigie.event.MatchMethod;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.rules.lexicon.Lexicon;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;

final class SettledAlertTest {
  private static final long HOUR_MS = 3_600_000L;
  private static final String ID = "00112233445566778899aabbccddeeff";

  @Test
  void tellsAReviewerWhoIsWarnedOfWhatAndWhy() {
    Alert alert = first(Harm.AMBUSH);

    assertThat(alert.getRevision()).isEqualTo(1);
    assertThat(alert.getSeverity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.getState()).isEqualTo(AlertState.OPEN);
    assertThat(alert.getSettled()).isTrue();
    assertThat(alert.getCertain()).isTrue();
    assertThat(alert.getSubjectKind()).isEqualTo(SubjectKind.DEVICE);
    assertThat(alert.getSubject()).isEqualTo("d1");
    assertThat(alert.getLinkedAccounts()).containsExactly("lure1", "lure2");
    assertThat(alert.getImminent()).isTrue();
    assertThat(alert.getImminentReason()).matches("meeting pending at \\S+Z with next and 1 more");
    assertThat(alert.getWouldClear()).containsOnlyKeys("en", "fr");
    Timeline timeline = Objects.requireNonNull(alert.getTimeline());
    assertThat(timeline.getDetectedEventTime()).isEqualTo(Samples.START_MS + 5 * HOUR_MS);
    assertThat(timeline.getRevisedEventTime()).isEqualTo(Samples.START_MS + 5 * HOUR_MS);
    assertThat(timeline.getDetectedProcessingTime())
        .as("when the report was recorded")
        .isEqualTo(Samples.START_MS + 5 * HOUR_MS);
    Provenance provenance = Objects.requireNonNull(alert.getProvenance());
    assertThat(provenance.getBundle()).startsWith("sha256:");
    assertThat(provenance.getAutomatedDecision()).isFalse();
    assertThat(alert.getReview()).isNull();
    Retention retention = Objects.requireNonNull(alert.getRetention());
    assertThat(retention.getClass$()).isEqualTo("UNREVIEWED");
    assertThat(retention.getExpires())
        .as("a year after the revision")
        .isEqualTo(Samples.START_MS + (5 + 365 * 24) * HOUR_MS);
    assertThat(retention.getLegalHold()).isFalse();
  }

  @Test
  void showsWhatWasMeasuredAgainstWhatAndInWhichWords() {
    Alert alert = first(Harm.GROOMING);
    Finding finding = alert.getFindings().get(0);

    assertThat(finding.getRule()).startsWith("G");
    assertThat(finding.getObserved()).isNotEmpty();
    assertThat(finding.getThreshold().keySet()).containsAll(finding.getObserved().keySet());
    assertThat(finding.getExplanation()).containsOnlyKeys("en", "fr");
    assertThat(alert.getFamilies()).isSubsetOf(List.of(Family.values())).isNotEmpty();
    assertThat(alert.getAges())
        .anySatisfy(age -> assertThat(age.getBand()).isEqualTo("13-15"))
        .anySatisfy(age -> assertThat(age.getBand()).isEqualTo("21+"));
    assertThat(alert.getGuards()).isSortedAccordingTo((a, b) -> a.getName().compareTo(b.getName()));
  }

  @Test
  void namesEachNextTargetTheReporterLast() {
    Alert alert = first(Harm.AMBUSH);

    assertThat(alert.getPendingMeetings())
        .extracting(PendingMeeting::getWith, PendingMeeting::getAccount)
        .containsExactly(tuple("next", "lure2"), tuple("first", "lure1"));
    assertThat(alert.getPendingMeetings())
        .extracting(PendingMeeting::getWithReporter)
        .containsExactly(false, true);
    PendingMeeting next = alert.getPendingMeetings().get(0);
    assertThat(next.getTime()).isEqualTo(Samples.START_MS + 9 * HOUR_MS);
    assertThat(next.getPendingUntil()).isEqualTo(Samples.START_MS + 15 * HOUR_MS);
    assertThat(Objects.requireNonNull(alert.getTimeline()).getMeetingTime())
        .isEqualTo(next.getTime());
  }

  @Test
  void saysWhatAnInteractionWas() {
    assertThat(first(Harm.AMBUSH).getEvidence())
        .filteredOn(evidence -> evidence.getEventId().equals("r1"))
        .flatExtracting(org.vigie.alert.Evidence::getCodes)
        .containsExactly("REPORT", "ROBBERY");
    assertThat(first(Harm.AMBUSH).getFindings())
        .extracting(Finding::getWindowMs)
        .containsOnly(90 * 24 * HOUR_MS);
    assertThat(first(Harm.ABUSE_MATERIAL).getFindings())
        .extracting(Finding::getWindowMs)
        .containsOnlyNulls();
  }

  @Test
  void tellsWhenEachStageWasFirstSeen() {
    Alert last =
        settled().stream()
            .map(settled -> new AlertRecords(JobMarks.NONE).settled(settled, ID))
            .filter(alert -> alert.getSubject().equals("adult"))
            .reduce((one, other) -> other)
            .orElseThrow();

    assertThat(Objects.requireNonNull(last.getTimeline()).getStages())
        .extracting(StageTime::getCode, StageTime::getTime)
        .containsExactly(
            tuple("FLATTERY", Samples.START_MS + 20 * HOUR_MS),
            tuple("SECRECY", Samples.START_MS + 21 * HOUR_MS),
            tuple("AGE_PROBE", Samples.START_MS + 22 * HOUR_MS),
            tuple("MEETING_PROPOSAL", Samples.START_MS + 23 * HOUR_MS));
  }

  @Test
  void givesTheOwnTimeOfAnEventThatCountsAtAnother() {
    List<RecordedEvent> events = new ArrayList<>();
    for (SpecificRecord wire : Samples.platform(1)) {
      RecordedEvent plain = RecordedEvents.of(wire);
      boolean late = plain.event().eventId().equals("r1");
      long recordedMs = plain.recordedMs() + (late ? 60_000 : 0);
      events.add(new RecordedEvent(plain.event(), recordedMs, plain.position()));
    }
    Alert alert = new AlertRecords(JobMarks.NONE).settled(first(events, Harm.AMBUSH), ID);

    assertThat(alert.getEvidence())
        .filteredOn(evidence -> evidence.getOriginalTime() != null)
        .extracting(org.vigie.alert.Evidence::getOriginalTime, org.vigie.alert.Evidence::getTime)
        .containsExactly(
            tuple(Samples.START_MS + 5 * HOUR_MS, Samples.START_MS + 5 * HOUR_MS + 50_000));
    assertThat(Objects.requireNonNull(alert.getDataQuality()).getClampedEvents()).isOne();
    assertThat(Objects.requireNonNull(alert.getTimeline()).getDetectedProcessingTime())
        .isEqualTo(Samples.START_MS + 5 * HOUR_MS + 60_000);
  }

  private static org.vigie.core.alert.Alert first(List<RecordedEvent> events, Harm harm) {
    Engine engine = new Engine(ShippedRules.ruleSet());
    engine.accept(events);
    engine.advanceTo(Samples.START_MS + 60 * HOUR_MS);
    return engine.settled().stream()
        .filter(alert -> alert.harm().name().equals(harm.name()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namesTheMatchedFileAndItsList() {
    assertThat(first(Harm.ABUSE_MATERIAL).getEvidence())
        .flatExtracting(org.vigie.alert.Evidence::getMedia)
        .containsExactly(new MatchedMedia("9f", "verified-1", true, MatchMethod.EXACT));
    assertThat(first(Harm.AMBUSH).getEvidence())
        .flatExtracting(org.vigie.alert.Evidence::getMedia)
        .isEmpty();
  }

  @Test
  void namesNoPlaceForEventsThatComeFromAFile() {
    assertThat(first(Harm.AMBUSH).getEvidence())
        .isNotEmpty()
        .allSatisfy(
            evidence -> {
              assertThat(evidence.getTopic()).isNull();
              assertThat(evidence.getPartition()).isNull();
              assertThat(evidence.getOffset()).isNull();
            });
  }

  @Test
  void givesTheSameBytesEachTimeAndReadsThemBack() {
    BinaryCodec<Alert> codec = BinaryCodec.of(RecordKind.ALERT, Alert.class);
    for (org.vigie.core.alert.Alert settled : settled()) {
      Alert alert = new AlertRecords(JobMarks.NONE).settled(settled, ID);
      Alert again =
          new AlertRecords(JobMarks.NONE)
              .settled(org.vigie.core.alert.Alert.fromBytes(settled.toBytes()), ID);

      assertThat(codec.encode(again)).isEqualTo(codec.encode(alert));
      assertThat(codec.decode(codec.encode(alert))).isEqualTo(new Decoded.Accepted<>(alert));
    }
  }

  @Test
  void hashesEverythingButTheHash() {
    Alert alert = first(Harm.AMBUSH);
    Alert altered = Alert.newBuilder(alert).setSubject("d2").build();

    assertThat(alert.getContentHash()).matches("sha256:[0-9a-f]{64}");
    assertThat(new ContentHash().of(alert)).isEqualTo(alert.getContentHash());
    assertThat(new ContentHash().of(altered)).isNotEqualTo(alert.getContentHash());
  }

  @Test
  void marksAlertsOfTopicsThatCarryTheProducersTime() {
    assertThat(marks(true)).contains("CREATE_TIME");
    assertThat(marks(false)).isEmpty();
  }

  @Test
  void namesTheVersionThatIsBuilt() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(pom).contains("<version>" + SettledAlert.ENGINE);
  }

  static Stream<Names> namesOfTheEngine() {
    return Stream.of(
        new Names(Harm.class, List.of(org.vigie.core.rule.Harm.values())),
        new Names(Severity.class, List.of(org.vigie.core.rule.Severity.values())),
        new Names(AlertState.class, List.of(org.vigie.core.alert.AlertState.values())),
        new Names(SubjectKind.class, List.of(org.vigie.core.alert.SubjectKind.values())),
        new Names(org.vigie.alert.SubjectRole.class, List.of(Role.values())),
        new Names(Family.class, List.of(org.vigie.core.rule.Family.values())),
        new Names(org.vigie.alert.EvidenceKind.class, List.of(Evidence.Kind.values())),
        new Names(org.vigie.event.ReviewDecision.class, List.of(Review.Decision.values())));
  }

  @ParameterizedTest
  @MethodSource("namesOfTheEngine")
  void knowsEveryNameOfTheEngineOnTheWire(Names names) {
    List<String> wire = Stream.of(names.wire().getEnumConstants()).map(Enum::name).toList();

    assertThat(names.engine().stream().map(Enum::name).toList()).isSubsetOf(wire);
  }

  @Test
  void knowsEverySourceOfAnAge() {
    for (AgeClaim.Source source : AgeClaim.Source.values()) {
      if (source != AgeClaim.Source.NONE) {
        assertThat(WireNames.wire(org.vigie.event.AgeSource.class, source).name())
            .isEqualTo(source.name());
      }
    }
  }

  @Test
  void namesTheLegalBasesOfItsSignalsAndNoOthers() {
    String written = "* * = consent; c1 MEETING_PROPOSAL = vital interests";
    JobMarks declared = new JobMarks(false, LegalBases.parse(written), RetentionTimes.DEFAULT);

    for (org.vigie.core.alert.Alert settled : settled()) {
      Set<SignalCode> codes = EnumSet.noneOf(SignalCode.class);
      settled.evidence().forEach(one -> codes.addAll(one.codeSet()));
      List<String> bases = new ArrayList<>();
      if (codes.stream().anyMatch(code -> code != SignalCode.MEETING_PROPOSAL)) {
        bases.add("consent");
      }
      if (codes.contains(SignalCode.MEETING_PROPOSAL)) {
        bases.add("vital interests");
      }
      String basis = basis(settled, declared);

      assertThat(basis == null ? List.of() : List.of(basis.split("; ")))
          .containsExactlyInAnyOrderElementsOf(bases);
      assertThat(basis(settled, JobMarks.NONE)).isNull();
    }
  }

  @Test
  void namesTheLexiconsThatItsCodesMayHaveComeOf() {
    LexiconChoice choice = LexiconChoice.parse("c1 en; elsewhere fr");
    Lexicon english = choice.of("c1").get(0);
    JobMarks reading = new JobMarks(false, LegalBases.UNDECLARED, RetentionTimes.DEFAULT, choice);
    List<Boolean> named = new ArrayList<>();

    for (org.vigie.core.alert.Alert settled : settled()) {
      Set<SignalCode> codes = EnumSet.noneOf(SignalCode.class);
      settled.evidence().forEach(one -> codes.addAll(one.codeSet()));
      codes.retainAll(english.codes());
      Alert alert = new AlertRecords(reading).settled(settled, ID);
      boolean isNamed =
          Objects.requireNonNull(alert.getDataQuality()).getMarks().contains(english.model());

      assertThat(isNamed).isEqualTo(!codes.isEmpty());
      named.add(isNamed);
    }
    assertThat(named).contains(true, false);
  }

  private static @Nullable String basis(org.vigie.core.alert.Alert settled, JobMarks marks) {
    Provenance provenance = new AlertRecords(marks).settled(settled, ID).getProvenance();
    return Objects.requireNonNull(provenance).getLegalBasis();
  }

  private static List<String> marks(boolean createTime) {
    Alert alert =
        new AlertRecords(new JobMarks(createTime, LegalBases.UNDECLARED, RetentionTimes.DEFAULT))
            .settled(settled().get(0), ID);
    return Objects.requireNonNull(alert.getDataQuality()).getMarks();
  }

  private static Alert first(Harm harm) {
    return settled().stream()
        .map(settled -> new AlertRecords(JobMarks.NONE).settled(settled, ID))
        .filter(alert -> alert.getHarm() == harm)
        .findFirst()
        .orElseThrow();
  }

  private static List<org.vigie.core.alert.Alert> settled() {
    List<SpecificRecord> events = new ArrayList<>(Samples.platform(1));
    events.add(
        Samples.message("end", "far", "away", Samples.START_MS + 60 * HOUR_MS, SignalCode.PRICE));
    List<RecordedEvent> recorded = events.stream().map(RecordedEvents::of).toList();
    Engine engine = new Engine(ShippedRules.ruleSet());
    engine.accept(recorded);
    engine.advanceTo(Samples.START_MS + 60 * HOUR_MS);
    return engine.settled();
  }

  /** An enum of the wire, and the engine's values that must be in it. */
  record Names(Class<? extends Enum<?>> wire, List<? extends Enum<?>> engine) {}
}
