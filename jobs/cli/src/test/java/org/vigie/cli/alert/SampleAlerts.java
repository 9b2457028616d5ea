package org.vigie.cli.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.alert.AgeEvidence;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Counterpart;
import org.vigie.alert.DataQuality;
import org.vigie.alert.Evidence;
import org.vigie.alert.EvidenceKind;
import org.vigie.alert.Family;
import org.vigie.alert.Finding;
import org.vigie.alert.Guard;
import org.vigie.alert.Harm;
import org.vigie.alert.MatchedMedia;
import org.vigie.alert.PendingMeeting;
import org.vigie.alert.Provenance;
import org.vigie.alert.ReviewState;
import org.vigie.alert.Severity;
import org.vigie.alert.SubjectKind;
import org.vigie.alert.SubjectRole;
import org.vigie.alert.Timeline;
import org.vigie.event.AgeSource;
import org.vigie.event.MatchMethod;
import org.vigie.event.ReviewDecision;

/** Alerts as an engine would send them. */
final class SampleAlerts {
  static final String AMBUSH_ID = "8f14e45f-ceea-567a-9c4b-000000000001";
  static final String GROOMING_ID = "8f3a0000-ceea-567a-9c4b-000000000002";

  private static final String MATERIAL_ID = "8f3a0000-ceea-567a-9c4b-000000000003";

  private SampleAlerts() {}

  /** Imminent, of two accounts on one device. */
  static Alert ambush() {
    return Alert.newBuilder()
        .setAlertId(AMBUSH_ID)
        .setRevision(1)
        .setCommunity("harbour")
        .setHarm(Harm.AMBUSH)
        .setSeverity(Severity.CRITICAL)
        .setState(AlertState.OPEN)
        .setSettled(true)
        .setCertain(true)
        .setSubject("phone-8a10ce")
        .setSubjectKind(SubjectKind.DEVICE)
        .setSubjectRole(SubjectRole.SUSPECTED_ACTOR)
        .setLinkedAccounts(List.of("chalk-lynx", "opal-newt"))
        .setScore(0.95)
        .setFamilies(List.of(Family.TARGET_REACTION, Family.IDENTITY, Family.PLACE))
        .setFindings(List.of(robbery()))
        .setCounterparts(
            List.of(
                counterpart("maple-robin", 24, "2025-03-08T17:01:00Z", "2025-03-10T09:12:00Z"),
                counterpart("pearl-gecko", 1, "2025-03-09T17:20:00Z", "2025-03-09T17:20:00Z")))
        .setCounterpartsTotal(12)
        .setTimeline(
            Timeline.newBuilder()
                .setFirstContact(ms("2025-03-08T17:01:00Z"))
                .setMeetingTime(ms("2025-03-10T19:43:00Z"))
                .setDetectedEventTime(ms("2025-03-10T09:12:00Z"))
                .setMessagesBefore(40)
                .setTargetsBefore(2)
                .build())
        .setEvidence(
            List.of(
                evidence("m17", EvidenceKind.MESSAGE, "2025-03-09T17:20:00Z", "MEETING_PROPOSAL"),
                evidence("i3", EvidenceKind.INTERACTION, "2025-03-10T09:12:00Z")))
        .setImminent(true)
        .setImminentReason("meeting pending at 2025-03-10T19:43Z with pearl-gecko and 1 more")
        .setPendingMeetings(
            List.of(
                meeting("pearl-gecko", "2025-03-10T19:43:00Z", false),
                meeting("maple-robin", "2025-03-10T08:00:00Z", true)))
        .setWouldClear(
            Map.of("en", "The reporter withdrawing.", "fr", "Le retrait du signalement."))
        .setProvenance(provenance(false))
        .setDataQuality(
            DataQuality.newBuilder().setUnknownAges(1).setMarks(List.of("CREATE_TIME")).build())
        .build();
  }

  /** Lowered by a guard, reviewed, its second episode. */
  static Alert grooming() {
    Finding finding =
        Finding.newBuilder()
            .setRule("G2")
            .setVersion(1)
            .setTime(ms("2025-03-06T17:51:00Z"))
            .setWindowMs(14 * 86_400_000L)
            .setObserved(Map.of("age_gap", 0.7924, "stages", 4.0))
            .setThreshold(Map.of("age_gap", 0.6, "stages", 3.0))
            .setSeverity(Severity.HIGH)
            .setExplanation(Map.of("en", "4 stages in 14 days.", "fr", "4 étapes en 14 jours."))
            .build();
    return Alert.newBuilder()
        .setAlertId(GROOMING_ID)
        .setRevision(3)
        .setEpisode(2)
        .setCommunity("harbour")
        .setHarm(Harm.GROOMING)
        .setSeverity(Severity.LOW)
        .setState(AlertState.DISMISSED)
        .setSettled(true)
        .setSubject("ivory-lark")
        .setSubjectKind(SubjectKind.ACCOUNT)
        .setSubjectRole(SubjectRole.SUSPECTED_ACTOR)
        .setLinkedAccounts(List.of("ivory-lark"))
        .setScore(0.19)
        .setFamilies(List.of(Family.STAGE_SIGNALS))
        .setFindings(List.of(finding))
        .setGuards(
            List.of(
                Guard.newBuilder().setName("household").setValue(1.0).setEffect(0.75).build(),
                Guard.newBuilder().setName("tenure").setValue(40.0).setEffect(0.0).build()))
        .setAges(
            List.of(
                AgeEvidence.newBuilder()
                    .setAccount("ivory-lark")
                    .setPMinor(0.0003)
                    .setBand("21+")
                    .setSource(AgeSource.DECLARED)
                    .build()))
        .setProvenance(provenance(true))
        .setReview(
            ReviewState.newBuilder()
                .setDecision(ReviewDecision.DISMISSED)
                .setTime(ms("2025-03-07T08:00:00Z"))
                .setReviewers(List.of("r1", "r2"))
                .setReason("parent")
                .build())
        .build();
  }

  /** Of files that a list knows, the same one twice. */
  static Alert material() {
    MatchedMedia exact = new MatchedMedia("9f02", "verified-1", true, MatchMethod.EXACT);
    MatchedMedia alike = new MatchedMedia("77ab", "hearsay", false, MatchMethod.PERCEPTUAL);
    Evidence first = evidence("m1", EvidenceKind.MESSAGE, "2025-03-04T18:44:00Z");
    Evidence second = evidence("m2", EvidenceKind.MESSAGE, "2025-03-04T18:50:00Z");
    return Alert.newBuilder()
        .setAlertId(MATERIAL_ID)
        .setRevision(1)
        .setCommunity("harbour")
        .setHarm(Harm.ABUSE_MATERIAL)
        .setSeverity(Severity.CRITICAL)
        .setState(AlertState.OPEN)
        .setSettled(true)
        .setSubject("teal-falcon")
        .setSubjectKind(SubjectKind.ACCOUNT)
        .setSubjectRole(SubjectRole.SUSPECTED_ACTOR)
        .setFamilies(List.of(Family.MEDIA))
        .setEvidence(
            List.of(
                Evidence.newBuilder(first).setMedia(List.of(exact)).build(),
                Evidence.newBuilder(second).setMedia(List.of(exact, alike)).build()))
        .build();
  }

  private static Finding robbery() {
    return Finding.newBuilder()
        .setRule("A4")
        .setVersion(1)
        .setTime(ms("2025-03-10T09:12:00Z"))
        .setObserved(Map.of("violent_reports", 1.0))
        .setThreshold(Map.of("violent_reports", 1.0))
        .setSeverity(Severity.CRITICAL)
        .setExplanation(
            Map.of(
                "en",
                "1 report of robbery by someone who had met it. Everyone with a pending meeting"
                    + " named here should be warned now.",
                "fr",
                "1 signalement de vol. Toute personne ayant un rendez-vous en attente doit être"
                    + " prévenue maintenant."))
        .build();
  }

  private static PendingMeeting meeting(String with, String time, boolean reporter) {
    return PendingMeeting.newBuilder()
        .setAccount("opal-newt")
        .setWith(with)
        .setWithReporter(reporter)
        .setPlace("cell-81")
        .setTime(ms(time))
        .setPendingUntil(ms(time) + 6 * 3_600_000L)
        .build();
  }

  private static Counterpart counterpart(String account, int messages, String first, String last) {
    return Counterpart.newBuilder()
        .setAccount(account)
        .setRole(SubjectRole.POSSIBLE_VICTIM)
        .setPMinor(messages == 1 ? null : 0.081)
        .setMessages(messages)
        .setFirstTime(ms(first))
        .setLastTime(ms(last))
        .build();
  }

  private static Evidence evidence(String id, EvidenceKind kind, String time, String... codes) {
    return Evidence.newBuilder()
        .setEventId(id)
        .setKind(kind)
        .setCodes(List.of(codes))
        .setTopic("vigie.messages")
        .setPartition(1)
        .setOffset(9039L)
        .setTime(ms(time))
        .build();
  }

  private static Provenance provenance(boolean content) {
    return Provenance.newBuilder()
        .setEngine("0.1.0")
        .setBundle("sha256:198d1f6e2e17aaaabbbb")
        .setContentSignals(content)
        .build();
  }

  private static long ms(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
