package org.vigie.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Family;
import org.vigie.alert.Finding;
import org.vigie.alert.Harm;
import org.vigie.alert.Severity;
import org.vigie.alert.SubjectKind;
import org.vigie.alert.SubjectRole;
import org.vigie.simulator.truth.LookAlikeKind;
import org.vigie.simulator.truth.PlantedHarm;
import org.vigie.simulator.truth.TruthCase;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.truth.TruthLookAlike;
import org.vigie.simulator.truth.TruthTotals;

final class EvaluatorTest {
  private static final TruthCase SHOWN =
      planted("story-1", "bad", Set.of(), OptionalLong.of(1_000), List.of(100L, 200L, 300L));
  private static final TruthCase HIDDEN =
      planted("story-2", "worse", Set.of("few"), OptionalLong.empty(), List.of(100L));
  private static final TruthLookAlike TEACHER =
      new TruthLookAlike("story-3", "c", LookAlikeKind.TEACHER, 0, Set.of("teacher"));
  private static final List<TruthLine> TRUTH =
      List.of(SHOWN, HIDDEN, TEACHER, new TruthTotals(7, 200, 10, 0, 3, 5_000, 500));

  @Test
  void findsACaseAndSaysHowLongItTookAndWhomItReached() {
    HarmScore harm =
        evaluate(alert("1", "bad", Severity.MEDIUM, finding("G4", 250))).harms().get(0);

    assertThat(harm.all()).isEqualTo(new Share(1, 2));
    assertThat(harm.above()).isEqualTo(new Share(1, 1));
    assertThat(harm.below()).isEqualTo(new Share(0, 1));
    assertThat(harm.aboveWaking()).isEqualTo(new Share(1, 1));
    assertThat(harm.beforeStep()).isEqualTo(new Share(1, 1));
    assertThat(harm.delayMs().median()).hasValue(150);
    assertThat(harm.messages().median()).hasValue(2);
    assertThat(harm.targets().median()).hasValue(1);
    assertThat(harm.rules()).isEqualTo(Map.of("G4", 1));
  }

  @Test
  void findsItByALinkedAccountAndCountsTheFirstFinding() {
    Alert alert =
        Alert.newBuilder(alert("1", "d9", Severity.LOW, finding("G1", 900), finding("G4", 1_500)))
            .setSubjectKind(SubjectKind.DEVICE)
            .setLinkedAccounts(List.of("bad"))
            .build();
    HarmScore harm = evaluate(alert).harms().get(0);

    assertThat(harm.above()).isEqualTo(new Share(1, 1));
    assertThat(harm.aboveWaking()).isEqualTo(new Share(0, 1));
    assertThat(harm.beforeStep()).isEqualTo(new Share(1, 1));
    assertThat(harm.delayMs().p90()).hasValue(800);
  }

  @Test
  void isTooLateAtTheStep() {
    Evaluation evaluation = evaluate(alert("1", "bad", Severity.HIGH, finding("G4", 1_000)));

    assertThat(evaluation.harms().get(0).beforeStep()).isEqualTo(new Share(0, 1));
  }

  @Test
  void takesAnotherHarmAboutAnActorForNeitherFoundNorWrong() {
    Alert alert =
        Alert.newBuilder(alert("1", "bad", Severity.HIGH, finding("D1", 250)))
            .setHarm(Harm.DRUG_SALES)
            .build();
    Evaluation evaluation = evaluate(alert);

    assertThat(evaluation.all()).isEqualTo(new Share(0, 2));
    assertThat(wrong(evaluation, Severity.HIGH)).isZero();
  }

  @Test
  void joinsNothingAcrossCommunities() {
    Alert elsewhere =
        Alert.newBuilder(alert("1", "bad", Severity.HIGH, finding("G4", 250)))
            .setCommunity("other")
            .build();
    Evaluation evaluation = evaluate(elsewhere);

    assertThat(evaluation.all()).isEqualTo(new Share(0, 2));
    assertThat(wrong(evaluation, Severity.HIGH)).isEqualTo(1);
  }

  @Test
  void countsAWrongAlertOncePerRuleAndOnceInTheTotal() {
    Evaluation evaluation =
        evaluate(alert("1", "teacher", Severity.MEDIUM, finding("G1", 1), finding("G4", 2)));

    assertThat(wrong(evaluation, Severity.MEDIUM)).isEqualTo(1);
    assertThat(evaluation.rules())
        .contains(
            new RuleScore("", Severity.MEDIUM, 0, 1, 2.0),
            new RuleScore("G1", Severity.MEDIUM, 0, 1, 2.0),
            new RuleScore("G4", Severity.MEDIUM, 0, 1, 2.0));
    assertThat(evaluation.lookAlikes())
        .containsExactly(new LookAlikeScore(LookAlikeKind.TEACHER, 1, 1, 0));
  }

  @Test
  void readsTheWorstOfEachWeekFirst() {
    Evaluation evaluation =
        Evaluator.evaluate(
            TRUTH,
            List.of(
                alert("1", "bad", Severity.HIGH, finding("G4", 250)),
                alert("2", "teacher", Severity.LOW, finding("G1", 260)),
                alert("3", "nobody", Severity.CRITICAL, finding("G4", 8 * 86_400_000L))),
            1);

    assertThat(evaluation.asked()).isEqualTo(new BudgetScore(1, new Share(1, 2)));
    assertThat(evaluation.budgets()).contains(new BudgetScore(2, new Share(1, 3)));
  }

  @Test
  void losesWhatRestedOnAFamilyAlone() {
    Evaluation evaluation =
        evaluate(
            alert("1", "bad", Severity.HIGH, finding("G4", 250)),
            alert("2", "teacher", Severity.HIGH, finding("G4", 250)));

    assertThat(evaluation.ablations())
        .containsExactly(new AblationScore(Family.STAGE_SIGNALS, new Share(0, 1), 0));
  }

  @Test
  void passesOverWhatWasWithdrawn() {
    Alert withdrawn =
        Alert.newBuilder(alert("1", "teacher", Severity.HIGH, finding("G4", 1)))
            .setState(AlertState.WITHDRAWN)
            .build();

    assertThat(evaluate(withdrawn).alerts()).isZero();
  }

  @Test
  void scoresZeroAndNotWrongWithoutAnyAlert() {
    Evaluation evaluation = evaluate();

    assertThat(evaluation.above()).isEqualTo(new Share(0, 1));
    assertThat(evaluation.harms().get(0).delayMs().median()).isEmpty();
    assertThat(evaluation.asked().precision().value()).isZero();
  }

  @Test
  void refusesATruthThatWasCutShort() {
    assertThatThrownBy(() -> Evaluator.evaluate(List.of(SHOWN), List.of(), 1))
        .hasMessageContaining("no line of totals");
    assertThatThrownBy(() -> new Share(2, 1)).hasMessage("2 of 1 is no share");
  }

  private static Evaluation evaluate(Alert... alerts) {
    return Evaluator.evaluate(TRUTH, List.of(alerts), 50);
  }

  private static int wrong(Evaluation evaluation, Severity severity) {
    return evaluation.rules().stream()
        .filter(rule -> rule.rule().isEmpty() && rule.severity() == severity)
        .mapToInt(RuleScore::wrong)
        .sum();
  }

  private static TruthCase planted(
      String id, String actor, Set<String> below, OptionalLong stepMs, List<Long> acts) {
    return new TruthCase(
        id,
        "c",
        PlantedHarm.SAME_LINE_TO_MANY,
        Set.of(actor),
        Set.of("v1", "v2"),
        Set.of(actor),
        100,
        stepMs,
        below,
        acts,
        Map.of("v1", 100L, "v2", 300L));
  }

  private static Finding finding(String rule, long timeMs) {
    return Finding.newBuilder()
        .setRule(rule)
        .setVersion(1)
        .setTime(timeMs)
        .setFamilies(List.of(Family.STAGE_SIGNALS))
        .build();
  }

  private static Alert alert(String id, String subject, Severity severity, Finding... findings) {
    return Alert.newBuilder()
        .setAlertId(id)
        .setRevision(1)
        .setCommunity("c")
        .setHarm(Harm.GROOMING)
        .setSeverity(severity)
        .setState(AlertState.OPEN)
        .setSubject(subject)
        .setSubjectKind(SubjectKind.ACCOUNT)
        .setSubjectRole(SubjectRole.SUSPECTED_ACTOR)
        .setFindings(List.of(findings))
        .build();
  }
}
