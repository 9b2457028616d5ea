package org.vigie.detection.alert;

import static org.vigie.detection.alert.WireNames.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.AgeEvidence;
import org.vigie.alert.AlertMode;
import org.vigie.alert.DataQuality;
import org.vigie.alert.EvidenceKind;
import org.vigie.alert.Guard;
import org.vigie.alert.Harm;
import org.vigie.alert.Provenance;
import org.vigie.alert.ReviewState;
import org.vigie.alert.Severity;
import org.vigie.alert.SubjectKind;
import org.vigie.alert.SubjectRole;
import org.vigie.alert.Timeline;
import org.vigie.core.alert.Alert;
import org.vigie.core.alert.Alert.ExplainedFinding;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.alert.ReviewNote;
import org.vigie.core.event.MatchedMedia;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Trace;
import org.vigie.core.event.Unknown;
import org.vigie.core.judge.Verdict.GuardEffect;
import org.vigie.core.rule.AgeBand;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Texts.Bilingual;
import org.vigie.detection.decode.LexiconChoice;
import org.vigie.detection.legal.LegalBases;
import org.vigie.event.AgeSource;
import org.vigie.event.MatchMethod;
import org.vigie.event.ReviewDecision;
import org.vigie.rules.lexicon.Lexicon;

/**
 * A revision in the words of the contract. Everything in it is a function of the record: no wall
 * clock, and maps are sorted, so that a replay gives the same bytes.
 */
final class SettledAlert {
  /** Version of the engine, as alerts name it. */
  static final String ENGINE = "0.1.0";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int CONTENT_FAMILIES = Family.STAGE_SIGNALS.bit() | Family.MEDIA.bit();

  private SettledAlert() {}

  /** What a revision says whether it is settled or not. */
  static org.vigie.alert.Alert.Builder fields(Alert alert, JobMarks marks) {
    return org.vigie.alert.Alert.newBuilder()
        .setAlertId(alert.alertId().toString())
        .setRevision(alert.revision())
        .setEpisode(alert.episode())
        .setCommunity(alert.subject().community())
        .setHarm(wire(Harm.class, alert.harm()))
        .setSeverity(wire(Severity.class, alert.severity()))
        .setState(wire(org.vigie.alert.AlertState.class, alert.state()))
        .setSubject(alert.subject().id())
        .setSubjectKind(wire(SubjectKind.class, alert.subject().kind()))
        .setSubjectRole(wire(SubjectRole.class, alert.subject().role()))
        .setLinkedAccounts(alert.linkedAccounts())
        .setScore(Fixed.toDouble(alert.score()))
        .setFamilies(families(alert.families()))
        .setFindings(alert.findings().stream().map(SettledAlert::finding).toList())
        .setGuards(guards(alert))
        .setCounterparts(alert.counterparts().stream().map(SettledAlert::counterpart).toList())
        .setCounterpartsTotal(alert.counterpartsTotal())
        .setAges(ages(alert))
        .setTimeline(timeline(alert.timeline(), alert.timeMs()))
        .setEvidence(alert.evidence().stream().map(SettledAlert::evidence).toList())
        .setImminent(!alert.pending().isEmpty())
        .setImminentReason(imminentReason(alert.pending()))
        .setWouldClear(texts(alert.wouldClear()))
        .setProvenance(provenance(alert, marks.bases()))
        .setReview(review(alert))
        .setRetention(marks.retention().of(alert))
        .setMode(AlertMode.LIVE)
        .setDataQuality(quality(alert, marks))
        .setPendingMeetings(alert.pending().stream().map(SettledAlert::meeting).toList());
  }

  private static org.vigie.alert.Finding finding(ExplainedFinding explained) {
    org.vigie.core.alert.Finding finding = explained.finding();
    Map<String, Double> observed = new TreeMap<>();
    Map<String, Double> threshold = new TreeMap<>();
    finding
        .verdict()
        .clauses()
        .forEach(
            clause -> {
              threshold.put(clause.name(), Fixed.toDouble(clause.threshold()));
              if (clause.observed() != Fixed.UNKNOWN) {
                observed.put(clause.name(), Fixed.toDouble(clause.observed()));
              }
            });
    return org.vigie.alert.Finding.newBuilder()
        .setRule(finding.rule())
        .setVersion(finding.version())
        .setFamilies(families(finding.verdict().families()))
        .setTime(finding.timeMs())
        .setWindowMs(finding.windowMs() == 0 ? null : finding.windowMs())
        .setObserved(observed)
        .setThreshold(threshold)
        .setSuperseded(explained.superseded())
        .setExplanation(texts(explained.explanation()))
        .setSeverity(wire(Severity.class, finding.verdict().claim()))
        .setCertain(finding.certain())
        .setWeight(Fixed.toDouble(finding.verdict().weight()))
        .build();
  }

  /** One line a guard: the strongest effect that it had among the findings that hold. */
  private static List<Guard> guards(Alert alert) {
    Map<String, GuardEffect> strongest = new TreeMap<>();
    for (ExplainedFinding explained : alert.findings()) {
      if (!explained.superseded()) {
        for (GuardEffect guard : explained.finding().verdict().guards()) {
          strongest.merge(guard.name(), guard, SettledAlert::stronger);
        }
      }
    }
    List<Guard> guards = new ArrayList<>();
    for (GuardEffect guard : strongest.values()) {
      guards.add(
          Guard.newBuilder()
              .setName(guard.name())
              .setValue(guard.value() == Fixed.UNKNOWN ? null : Fixed.toDouble(guard.value()))
              .setEffect(Fixed.toDouble(guard.effect()))
              .build());
    }
    return guards;
  }

  private static GuardEffect stronger(GuardEffect one, GuardEffect other) {
    if (one.effect() != other.effect()) {
      return one.effect() > other.effect() ? one : other;
    }
    return one.value() >= other.value() ? one : other;
  }

  private static org.vigie.alert.Counterpart counterpart(Counterpart counterpart) {
    return org.vigie.alert.Counterpart.newBuilder()
        .setAccount(counterpart.account())
        .setRole(wire(SubjectRole.class, counterpart.role()))
        .setPMinor(counterpart.age().sourced() ? Fixed.toDouble(counterpart.age().minor()) : null)
        .setMessages((int) Math.min(counterpart.messages(), Integer.MAX_VALUE))
        .setFirstTime(time(counterpart.firstMs()))
        .setLastTime(time(counterpart.lastMs()))
        .build();
  }

  /** What is believed of subject and counterparts, where anything is. */
  private static List<AgeEvidence> ages(Alert alert) {
    Map<String, AgeEvidence> byAccount = new LinkedHashMap<>();
    alert.subjectAges().forEach(account -> putAge(account, byAccount));
    alert.counterparts().forEach(account -> putAge(account, byAccount));
    return List.copyOf(byAccount.values());
  }

  private static void putAge(Counterpart account, Map<String, AgeEvidence> byAccount) {
    if (account.age().sourced()) {
      byAccount.putIfAbsent(
          account.account(),
          AgeEvidence.newBuilder()
              .setAccount(account.account())
              .setPMinor(Fixed.toDouble(account.age().minor()))
              .setBand(band(account.age().band()))
              .setSource(wire(AgeSource.class, account.age().source()))
              .setTime(time(account.age().dateMs()))
              .build());
    }
  }

  private static String band(AgeBand band) {
    return band == AgeBand.UNDER_13 ? "u13" : band.label();
  }

  private static Timeline timeline(Alert.Timeline timeline, long revisedMs) {
    return Timeline.newBuilder()
        .setFirstContact(time(timeline.firstContactMs()))
        .setMeetingTime(time(timeline.meetingMs()))
        .setLastEvent(time(timeline.lastEventMs()))
        .setDetectedEventTime(time(timeline.detectedMs()))
        .setDetectedProcessingTime(time(timeline.detectedRecordedMs()))
        .setMessagesBefore((int) Math.min(timeline.messagesBefore(), Integer.MAX_VALUE))
        .setTargetsBefore(timeline.targetsBefore())
        .setStages(
            timeline.stages().stream()
                .map(stage -> new org.vigie.alert.StageTime(stage.code().name(), stage.timeMs()))
                .toList())
        .setRevisedEventTime(revisedMs)
        .build();
  }

  private static org.vigie.alert.Evidence evidence(Evidence evidence) {
    boolean inLog = Unknown.isKnown(evidence.position().topic());
    return org.vigie.alert.Evidence.newBuilder()
        .setEventId(evidence.eventId())
        .setKind(wire(EvidenceKind.class, evidence.kind()))
        .setCodes(evidence.codeNames())
        .setTopic(inLog ? evidence.position().topic() : null)
        .setPartition(inLog ? evidence.position().partition() : null)
        .setOffset(inLog ? evidence.position().offset() : null)
        .setTime(evidence.timeMs())
        .setOriginalTime(evidence.clamped() ? evidence.statedMs() : null)
        .setTraceparent(traceparent(evidence.position().trace()))
        .setMedia(evidence.media().stream().map(SettledAlert::media).toList())
        .build();
  }

  private static @Nullable String traceparent(Trace trace) {
    return trace.isKnown() ? trace.traceparent() : null;
  }

  private static org.vigie.alert.MatchedMedia media(MatchedMedia item) {
    return org.vigie.alert.MatchedMedia.newBuilder()
        .setHash(item.hash())
        .setList(item.match().list())
        .setVerified(item.match().verified())
        .setMethod(wire(MatchMethod.class, item.match().method()))
        .build();
  }

  private static org.vigie.alert.PendingMeeting meeting(PendingMeeting meeting) {
    return org.vigie.alert.PendingMeeting.newBuilder()
        .setMeetingId(meeting.id().isEmpty() ? null : meeting.id())
        .setAccount(meeting.account())
        .setWith(meeting.with())
        .setWithReporter(meeting.isReporter())
        .setPlace(meeting.place().isEmpty() ? null : meeting.place())
        .setTime(time(meeting.timeMs()))
        .setPendingUntil(meeting.endMs())
        .build();
  }

  private static @Nullable String imminentReason(List<PendingMeeting> pending) {
    if (pending.isEmpty()) {
      return null;
    }
    PendingMeeting next = pending.get(0);
    String when =
        next.timeMs() == Unknown.TIME
            ? "at a time not known"
            : "at " + MINUTE.format(Instant.ofEpochMilli(next.timeMs()));
    String more = pending.size() == 1 ? "" : " and " + (pending.size() - 1) + " more";
    return "meeting pending " + when + " with " + next.with() + more;
  }

  /** The lexicons that signals of the evidence may have come of. */
  private static List<String> lexicons(Alert alert, LexiconChoice choice) {
    Set<SignalCode> codes = codes(alert);
    return choice.of(alert.subject().community()).stream()
        .filter(lexicon -> !Collections.disjoint(lexicon.codes(), codes))
        .map(Lexicon::model)
        .toList();
  }

  private static Set<SignalCode> codes(Alert alert) {
    Set<SignalCode> codes = EnumSet.noneOf(SignalCode.class);
    alert.evidence().forEach(one -> codes.addAll(one.codeSet()));
    return codes;
  }

  private static Provenance provenance(Alert alert, LegalBases bases) {
    Set<SignalCode> codes = codes(alert);
    return Provenance.newBuilder()
        .setEngine(ENGINE)
        .setBundle(alert.bundle())
        .setAutomatedDetection(true)
        .setAutomatedDecision(false)
        .setContentSignals(!codes.isEmpty() || (alert.families() & CONTENT_FAMILIES) != 0)
        .setLegalBasis(bases.of(alert.subject().community(), codes).orElse(null))
        .build();
  }

  /** The last decision, and everyone who came to it. */
  private static @Nullable ReviewState review(Alert alert) {
    List<ReviewNote> notes = alert.reviews();
    if (notes.isEmpty()) {
      return null;
    }
    ReviewNote last = notes.get(notes.size() - 1);
    return ReviewState.newBuilder()
        .setDecision(wire(ReviewDecision.class, last.decision()))
        .setTime(last.timeMs())
        .setReviewers(
            notes.stream()
                .filter(note -> note.decision() == last.decision())
                .map(ReviewNote::reviewer)
                .distinct()
                .toList())
        .setReason(last.reason().isEmpty() ? null : last.reason())
        .setSnoozeUntil(time(alert.restUntilMs()))
        .build();
  }

  private static DataQuality quality(Alert alert, JobMarks job) {
    int forced = 0;
    int mutualsUnknown = 0;
    for (ExplainedFinding explained : alert.findings()) {
      forced += explained.finding().forced() ? 1 : 0;
      mutualsUnknown += explained.finding().mutualsUnknown();
    }
    List<String> marks = new ArrayList<>();
    if (job.createTime()) {
      marks.add("CREATE_TIME");
    }
    if (forced > 0) {
      marks.add("FORCED_ORDER");
    }
    marks.addAll(lexicons(alert, job.lexicons()));
    return DataQuality.newBuilder()
        .setClampedEvents((int) alert.evidence().stream().filter(Evidence::clamped).count())
        .setForcedCommits(forced)
        .setUnknownAges((int) alert.counterparts().stream().filter(c -> !c.age().sourced()).count())
        .setUnknownMutualContacts(mutualsUnknown)
        .setMarks(marks)
        .build();
  }

  private static List<org.vigie.alert.Family> families(int mask) {
    return Family.ofMask(mask).stream()
        .map(family -> wire(org.vigie.alert.Family.class, family))
        .toList();
  }

  private static Map<String, String> texts(Bilingual texts) {
    Map<String, String> byLanguage = new TreeMap<>();
    byLanguage.put("en", texts.en());
    byLanguage.put("fr", texts.fr());
    return byLanguage;
  }

  private static @Nullable Long time(long timeMs) {
    return timeMs == Unknown.TIME ? null : timeMs;
  }
}
