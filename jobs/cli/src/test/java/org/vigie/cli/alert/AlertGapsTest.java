package org.vigie.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Alert;
import org.vigie.alert.Evidence;
import org.vigie.alert.Family;
import org.vigie.alert.Finding;
import org.vigie.alert.Severity;
import org.vigie.rules.bundle.ShippedRules;

final class AlertGapsTest {
  private final AlertGaps gaps = gaps(Language.EN);

  @Test
  void saysWhatTheNextClaimTakesAndWhichAlternativeIsNotMet() {
    Alert alert =
        alert(finding(Severity.MEDIUM, Map.of("stages", 4.0, "goals", 1.0, "gifts", 1.0)));

    assertThat(gaps.missing(alert))
        .containsExactly(
            "G2: HIGH: meetings: at least 1", "G2: not met: gifts: at least 2 (1 seen)");
  }

  @Test
  void saysHowFarItIsToTheNextClaim() {
    Alert alert = alert(finding(Severity.HIGH, Map.of("stages", 5.0, "goals", 1.0, "gifts", 2.0)));

    assertThat(gaps.missing(alert))
        .containsExactly("G2: CRITICAL: stages gone through: at least 9 (5 seen)");
  }

  @Test
  void speaksOfEachFigureOnceByTheNearestBar() {
    Finding finding =
        Finding.newBuilder(finding(Severity.LOW, Map.of("reacted", 1.0, "fled", 0.0)))
            .setRule("A3")
            .build();

    assertThat(gaps.missing(alert(finding)))
        .containsExactly("A3: HIGH: reacted: at least 2 (1 seen); fled: at least 1 (0 seen)");
  }

  @Test
  void saysThatASecondKindOfEvidenceIsWanting() {
    Alert alert =
        Alert.newBuilder(
                alert(finding(Severity.HIGH, Map.of("stages", 9.0, "goals", 1.0, "gifts", 2.0))))
            .setSeverity(Severity.MEDIUM)
            .setFamilies(List.of(Family.STAGE_SIGNALS))
            .build();

    assertThat(gaps.missing(alert)).contains("G2: HIGH: a second kind of evidence");
  }

  @Test
  void saysNothingOfAFindingThatNoLongerHoldsOrOfARuleThatItDoesNotKnow() {
    Finding finding = finding(Severity.MEDIUM, Map.of("stages", 3.0));
    Alert superseded = alert(Finding.newBuilder(finding).setSuperseded(true).build());
    Alert newer = alert(Finding.newBuilder(finding).setVersion(2).build());

    assertThat(gaps.missing(superseded)).isEmpty();
    assertThat(gaps.lookAlikes(superseded)).isEmpty();
    assertThat(gaps.missing(newer)).isEmpty();
    assertThat(gaps.lookAlikes(newer)).isEmpty();
  }

  @Test
  void namesTheLookAlikesOfTheRuleOnce() {
    Finding finding = finding(Severity.MEDIUM, Map.of("stages", 3.0));

    assertThat(gaps.lookAlikes(alert(finding, finding))).containsExactly("a parent", "a coach");
  }

  @Test
  void namesTheLookAlikesInTheLanguageOfTheSheet() {
    Finding finding = finding(Severity.MEDIUM, Map.of("stages", 3.0));
    AlertGaps french = gaps(Language.FR);

    assertThat(french.lookAlikes(alert(finding))).containsExactly("un parent", "un entraîneur");
  }

  @Test
  void namesEachKindOfEvidenceThatWasNotSeen() {
    Alert alert =
        Alert.newBuilder(alert(finding(Severity.MEDIUM, Map.of())))
            .setFamilies(
                List.of(Family.STAGE_SIGNALS, Family.PLACE, Family.MEDIA, Family.CONTACT_GRAPH))
            .build();

    assertThat(gaps.absent(alert))
        .isEqualTo("how the targets react; accounts and devices; money and gifts");
  }

  @Test
  void knowsTheShippedRulesByTheirVersion() {
    Finding shipped =
        Finding.newBuilder(finding(Severity.MEDIUM, Map.of()))
            .setVersion(ShippedRules.rulebook().rule("G2").orElseThrow().rule().version())
            .build();
    Finding unknown = Finding.newBuilder(shipped).setVersion(0).build();

    assertThat(RuleLore.shipped().of(shipped)).isPresent();
    assertThat(RuleLore.shipped().of(unknown)).isEmpty();
  }

  private static Finding finding(Severity claim, Map<String, Double> observed) {
    return Finding.newBuilder()
        .setRule("G2")
        .setVersion(1)
        .setTime(0L)
        .setSeverity(claim)
        .setObserved(observed)
        .build();
  }

  private static Alert alert(Finding... findings) {
    return Alert.newBuilder(SampleAlerts.grooming())
        .setSeverity(Severity.HIGH)
        .setFamilies(List.of(Family.STAGE_SIGNALS, Family.PLACE))
        .setFindings(List.of(findings))
        .build();
  }

  @Test
  void doesNotCallAKindUnseenOfWhichACodeIsListed() {
    Evidence sample = SampleAlerts.ambush().getEvidence().get(0);
    Evidence demand = Evidence.newBuilder(sample).setCodes(List.of("PAYMENT_DEMAND")).build();
    Alert alert = Alert.newBuilder(SampleAlerts.ambush()).setEvidence(List.of(demand)).build();

    assertThat(gaps.absent(alert)).contains("media and links").doesNotContain("money");
  }

  private static AlertGaps gaps(Language language) {
    RuleLore lore = new SampleRules();
    Words words = new Words(language);
    return new AlertGaps(words, lore, new RuleNames(words, lore));
  }
}
