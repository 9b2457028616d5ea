package org.vigie.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Counterpart;
import org.vigie.alert.Finding;
import org.vigie.alert.Harm;
import org.vigie.alert.Severity;
import org.vigie.alert.SubjectKind;
import org.vigie.alert.SubjectRole;
import org.vigie.simulator.truth.Scorecard.CaseResult;

final class ScorecardTest {
  private static final long HOUR_MS = 3_600_000L;
  private static final PlantedCase AMBUSH =
      new PlantedCase(
          "ambush",
          "A4",
          Harm.AMBUSH,
          SubjectKind.DEVICE,
          "d1",
          Set.of("lure1", "lure2", "d1"),
          Set.of("robbed", "next"),
          OptionalLong.of(10 * HOUR_MS),
          Optional.of("next"));
  private static final LookAlike TEACHER = new LookAlike("teacher", Set.of("t1"), "a class");
  private static final Truth TRUTH = new Truth(List.of(AMBUSH), List.of(TEACHER));

  @Test
  void findsTheExpectedAlertAndHowLongBefore() {
    Alert warning = ambush(1, 2 * HOUR_MS).setImminent(true).setCounterparts(next()).build();
    Alert lapse = ambush(2, 2 * HOUR_MS).setCounterparts(next()).build();

    Scorecard score = Scorecard.of(TRUTH, List.of(warning, lapse));

    assertThat(score.found()).isEqualTo(1);
    assertThat(score.missed()).isZero();
    assertThat(score.wrong()).isEmpty();
    CaseResult result = score.cases().get(0);
    assertThat(result.alert()).contains(lapse);
    assertThat(result.severity()).contains(Severity.CRITICAL);
    assertThat(result.leadMs()).hasValue(8 * HOUR_MS);
  }

  @Test
  void doesNotCallItAWarningIfTheNextTargetIsNotNamed() {
    Alert alert = ambush(1, 2 * HOUR_MS).setImminent(true).build();

    CaseResult result = Scorecard.of(TRUTH, List.of(alert)).cases().get(0);

    assertThat(result.found()).isTrue();
    assertThat(result.warnedMs()).isEmpty();
    assertThat(result.leadMs()).isEmpty();
  }

  @Test
  void saysThatAWarningCameTooLate() {
    Alert alert = ambush(1, 11 * HOUR_MS).setImminent(true).setCounterparts(next()).build();

    assertThat(Scorecard.of(TRUTH, List.of(alert)).cases().get(0).leadMs()).hasValue(-HOUR_MS);
  }

  @Test
  void missesWhatNobodyRaised() {
    Scorecard score = Scorecard.of(TRUTH, List.of());

    assertThat(score.missed()).isEqualTo(1);
    assertThat(score.cases().get(0).severity()).isEmpty();
    assertThat(score.lookAlikes().get(0).leftAlone()).isTrue();
  }

  @Test
  void doesNotTakeAnotherHarmOrSubjectForTheExpectedOne() {
    Alert otherHarm = alert("x", 1, Harm.GROOMING, SubjectKind.DEVICE, "d1").build();
    Alert otherSubject = alert("y", 1, Harm.AMBUSH, SubjectKind.ACCOUNT, "lure1").build();

    Scorecard score = Scorecard.of(TRUTH, List.of(otherHarm, otherSubject));

    assertThat(score.missed()).isEqualTo(1);
    assertThat(score.wrong()).as("they are about an actor").isEmpty();
  }

  @Test
  void callsAnAlertOfMediumAboutAnybodyElseWrongOnceHoweverOftenItIsRevised() {
    Alert medium =
        alert("z", 1, Harm.GROOMING, SubjectKind.ACCOUNT, "t1")
            .setSeverity(Severity.MEDIUM)
            .build();
    Alert expired =
        alert("z", 2, Harm.GROOMING, SubjectKind.ACCOUNT, "t1")
            .setSeverity(Severity.LOW)
            .setState(AlertState.EXPIRED)
            .build();

    Scorecard score = Scorecard.of(TRUTH, List.of(medium, expired, expired));

    assertThat(score.wrong()).containsExactly(expired);
    assertThat(score.lookAlikes().get(0).leftAlone()).isFalse();
    assertThat(score.lookAlikes().get(0).severity()).contains(Severity.MEDIUM);
  }

  @Test
  void leavesALowAlertAloneAndCountsIt() {
    Alert low =
        alert("z", 1, Harm.GROOMING, SubjectKind.ACCOUNT, "t1").setSeverity(Severity.LOW).build();

    Scorecard score = Scorecard.of(TRUTH, List.of(low));

    assertThat(score.wrong()).isEmpty();
    assertThat(score.lowOnOthers()).isEqualTo(1);
    assertThat(score.lookAlikes().get(0).leftAlone()).isTrue();
  }

  @Test
  void doesNotHoldAWithdrawnAlertAgainstAnyone() {
    Alert withdrawn =
        alert("z", 0, Harm.GROOMING, SubjectKind.ACCOUNT, "t1")
            .setState(AlertState.WITHDRAWN)
            .build();

    assertThat(Scorecard.of(TRUTH, List.of(withdrawn)).wrong()).isEmpty();
  }

  @Test
  void refusesACaseWhoseSubjectIsNoActor() {
    assertThatThrownBy(
            () ->
                new PlantedCase(
                    "x",
                    "G1",
                    Harm.GROOMING,
                    SubjectKind.ACCOUNT,
                    "a",
                    Set.of("b"),
                    Set.of(),
                    OptionalLong.empty(),
                    Optional.empty()))
        .hasMessageContaining("one of the actors");
  }

  private static Alert.Builder ambush(int revision, long findingMs) {
    Finding finding = Finding.newBuilder().setRule("A4").setVersion(1).setTime(findingMs).build();
    return alert("a", revision, Harm.AMBUSH, SubjectKind.DEVICE, "d1")
        .setFindings(List.of(finding));
  }

  private static List<Counterpart> next() {
    return List.of(Counterpart.newBuilder().setAccount("next").build());
  }

  private static Alert.Builder alert(
      String id, int revision, Harm harm, SubjectKind kind, String subject) {
    return Alert.newBuilder()
        .setAlertId(id)
        .setRevision(revision)
        .setCommunity("c")
        .setHarm(harm)
        .setSeverity(Severity.CRITICAL)
        .setState(AlertState.OPEN)
        .setSubject(subject)
        .setSubjectKind(kind)
        .setSubjectRole(SubjectRole.SUSPECTED_ACTOR)
        .setSettled(true);
  }
}
