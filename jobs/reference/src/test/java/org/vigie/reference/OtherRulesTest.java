package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.core.event.SignalCode.FLATTERY;
import static org.vigie.core.event.SignalCode.IMAGE_REQUEST;
import static org.vigie.core.event.SignalCode.SECRECY;
import static org.vigie.core.rule.Condition.ALWAYS;
import static org.vigie.core.rule.Condition.atLeast;
import static org.vigie.core.rule.Condition.equal;
import static org.vigie.reference.Story.BEGIN_MS;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.SubjectRole;
import org.vigie.rules.bundle.ShippedRules;

/** What none of the first rules shows: rules are read from their definitions, not known by id. */
class OtherRulesTest {
  private static final RuleSet FIRST = ShippedRules.ruleSet();

  private static Rule high(boolean neverSilenced) {
    return new Rule(
        "X",
        1,
        Harm.SEXTORTION,
        Scope.PAIR,
        atLeast("stages", 1),
        List.of(new Claim(Severity.HIGH, false, ALWAYS)),
        List.of("household"),
        0,
        neverSilenced,
        false,
        FIRST.rules().get(0).texts(),
        Set.of(),
        SubjectRole.SUSPECTED_ACTOR);
  }

  private static RuleSet ruleSet(Rule rule, double effect, long effectiveFromMs) {
    Guard guard = new Guard("household", "household", equal("household", 1), Fixed.of(effect));
    return new RuleSet(
        FIRST.features(), List.of(guard), List.of(rule), FIRST.ages(), effectiveFromMs);
  }

  private static ReferenceAlert only(Story story, RuleSet rules) {
    assertThat(story.revisionsBy(rules)).hasSize(1);
    return story.revisionsBy(rules).get(0);
  }

  private static Story family() {
    return new Story().household("a", "b").after(1).direct("a", "b", FLATTERY, IMAGE_REQUEST);
  }

  private static Severity severityWith(double effect) {
    return only(family(), ruleSet(high(false), effect, Long.MIN_VALUE))
        .findings()
        .get(0)
        .severity();
  }

  @Test
  void lowersAtOneHalfAndOneQuarterOfTheWeight() {
    assertThat(severityWith(0.49)).isEqualTo(Severity.HIGH);
    assertThat(severityWith(0.5)).isEqualTo(Severity.MEDIUM);
    assertThat(severityWith(0.74)).isEqualTo(Severity.MEDIUM);
    assertThat(severityWith(0.75)).isEqualTo(Severity.LOW);
  }

  @Test
  void doesNotLowerWhatIsNeverSilenced() {
    ReferenceFinding finding =
        only(family(), ruleSet(high(true), 0.75, Long.MIN_VALUE)).findings().get(0);

    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.weight()).isEqualTo(Fixed.ONE);
  }

  @Test
  void showsHighAsMediumWithOneFamilyOnly() {
    RuleSet rules = ruleSet(high(false), 0.5, Long.MIN_VALUE);
    Story one = new Story().direct("a", "b", FLATTERY, SECRECY);
    Story two = new Story().direct("a", "b", FLATTERY, IMAGE_REQUEST);

    assertThat(only(one, rules).severity()).isEqualTo(Severity.MEDIUM);
    assertThat(only(one, rules).findings().get(0).severity()).isEqualTo(Severity.HIGH);
    assertThat(only(two, rules).severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void countsTheFamiliesOfAllFindings() {
    RuleSet rules = ruleSet(high(false), 0.5, Long.MIN_VALUE);
    Story story = new Story().direct("a", "b", FLATTERY).after(1).direct("a", "c", IMAGE_REQUEST);

    assertThat(story.revisionsBy(rules))
        .extracting(ReferenceAlert::severity)
        .containsExactly(Severity.MEDIUM, Severity.HIGH);
  }

  @Test
  void judgesNothingBeforeTheRulesAreInForce() {
    Story story = new Story().direct("a", "b", FLATTERY).after(1).direct("a", "b", SECRECY);

    assertThat(story.revisionsBy(ruleSet(high(false), 0, BEGIN_MS))).hasSize(2);
    assertThat(story.revisionsBy(ruleSet(high(false), 0, BEGIN_MS + 1))).hasSize(1);
    assertThat(story.revisionsBy(ruleSet(high(false), 0, BEGIN_MS + 2))).isEmpty();
  }
}
