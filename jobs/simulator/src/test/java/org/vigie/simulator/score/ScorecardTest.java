package org.vigie.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
import org.vigie.simulator.score.Scorecard.CaseResult;
import org.vigie.simulator.score.Scorecard.HarmRow;
import org.vigie.simulator.truth.LookAlikeKind;
import org.vigie.simulator.truth.PlantedHarm;
import org.vigie.simulator.truth.TruthCase;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.truth.TruthLookAlike;

final class ScorecardTest {
  private static final long HOUR_MS = 3_600_000L;
  private static final TruthCase AMBUSH = planted("story-1", "lure", Set.of());
  private static final TruthCase FAINT = planted("story-2", "other", Set.of("few"));
  private static final TruthLookAlike HOST =
      new TruthLookAlike("story-3", "c", LookAlikeKind.HOST, 0, Set.of("host", "device-host"));
  private static final List<TruthLine> TRUTH = List.of(AMBUSH, FAINT, HOST);

  @Test
  void findsACaseAndSaysHowLongBeforeAndWhoWasNamed() {
    Alert warning = alert("1", 1, "lure", 2 * HOUR_MS).setImminent(true).build();
    Alert lapse = alert("1", 2, "lure", 2 * HOUR_MS).setSeverity(Severity.HIGH).build();

    Scorecard score = Scorecard.of(TRUTH, List.of(warning, lapse, lapse));

    assertThat(score.shown()).isEqualTo(new Share(1, 1));
    assertThat(score.missed()).isEmpty();
    assertThat(score.wrong()).isEmpty();
    CaseResult result = score.cases().get(0);
    assertThat(result.alerts()).containsExactly(lapse);
    assertThat(result.severity()).contains(Severity.CRITICAL);
    assertThat(result.leadMs()).hasValue(8 * HOUR_MS);
    assertThat(result.warning()).contains(warning);
    assertThat(result.warnedMs()).hasValue(2 * HOUR_MS);
    assertThat(result.rules()).containsExactly("A4");
    assertThat(score.byHarm())
        .containsExactly(
            new HarmRow(Harm.AMBUSH, new Share(1, 1), new Share(0, 1), 0, new Share(1, 1)));
  }

  @Test
  void takesItForNoWarningIfNoVictimIsNamed() {
    Alert alert =
        alert("1", 1, "lure", 2 * HOUR_MS).setImminent(true).setCounterparts(List.of()).build();

    CaseResult result = Scorecard.of(TRUTH, List.of(alert)).cases().get(0);

    assertThat(result.found()).isTrue();
    assertThat(result.warning()).isEmpty();
    assertThat(result.warnedMs()).isEmpty();
  }

  @Test
  void saysThatItCameTooLate() {
    Scorecard score = Scorecard.of(TRUTH, List.of(alert("1", 1, "lure", 11 * HOUR_MS).build()));

    assertThat(score.cases().get(0).leadMs()).hasValue(-HOUR_MS);
    assertThat(score.byHarm().get(0).beforeStep()).isEqualTo(new Share(0, 1));
  }

  @Test
  void missesOnlyWhatShows() {
    Scorecard score = Scorecard.of(TRUTH, List.of());

    assertThat(score.missed()).containsExactly(score.cases().get(0));
    assertThat(score.shown()).isEqualTo(new Share(0, 1));
    assertThat(score.faint()).isEqualTo(new Share(0, 1));
    assertThat(score.accused()).isEmpty();
  }

  @Test
  void countsAnAlertAsWrongByTheWorstThatItEverWas() {
    Alert medium = alert("2", 1, "device-host", HOUR_MS).setSeverity(Severity.MEDIUM).build();
    Alert lowered = alert("2", 2, "device-host", HOUR_MS).setSeverity(Severity.LOW).build();

    Scorecard score = Scorecard.of(TRUTH, List.of(medium, lowered));

    assertThat(score.wrong()).containsExactly(lowered);
    assertThat(score.accused()).extracting(one -> one.lookAlike()).containsExactly(HOST);
    assertThat(score.byHarm().get(0).wrong()).isEqualTo(1);
  }

  @Test
  void leavesALookAlikeAloneBelowMedium() {
    Alert low = alert("2", 1, "host", HOUR_MS).setSeverity(Severity.LOW).build();

    Scorecard score = Scorecard.of(TRUTH, List.of(low));

    assertThat(score.wrong()).isEmpty();
    assertThat(score.lowOnOthers()).isEqualTo(1);
    assertThat(score.lookAlikes().get(0).leftAlone()).isTrue();
    assertThat(score.lookAlikes().get(0).severity()).contains(Severity.LOW);
  }

  @Test
  void joinsNothingAcrossCommunitiesAndPassesOverWhatWasWithdrawn() {
    Alert elsewhere = alert("1", 1, "lure", HOUR_MS).setCommunity("other").build();
    Alert withdrawn = alert("2", 1, "lure", HOUR_MS).setState(AlertState.WITHDRAWN).build();

    Scorecard score = Scorecard.of(TRUTH, List.of(elsewhere, withdrawn));

    assertThat(score.shown().hits()).isZero();
    assertThat(score.wrong()).containsExactly(elsewhere);
  }

  private static TruthCase planted(String id, String actor, Set<String> below) {
    return new TruthCase(
        id,
        "c",
        PlantedHarm.REPORTED_AMBUSH,
        Set.of(actor),
        Set.of("next"),
        Set.of(actor),
        0,
        OptionalLong.of(10 * HOUR_MS),
        below,
        List.of(0L),
        Map.of("next", 0L));
  }

  private static Alert.Builder alert(String id, int revision, String subject, long foundMs) {
    return Alert.newBuilder()
        .setAlertId(id)
        .setRevision(revision)
        .setCommunity("c")
        .setHarm(Harm.AMBUSH)
        .setSeverity(Severity.CRITICAL)
        .setState(AlertState.OPEN)
        .setSubject(subject)
        .setSubjectKind(SubjectKind.ACCOUNT)
        .setSubjectRole(SubjectRole.SUSPECTED_ACTOR)
        .setCounterparts(
            List.of(
                Counterpart.newBuilder()
                    .setAccount("next")
                    .setRole(SubjectRole.POSSIBLE_VICTIM)
                    .build()))
        .setFindings(
            List.of(Finding.newBuilder().setRule("A4").setVersion(1).setTime(foundMs).build()));
  }
}
