package org.vigie.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.core.rule.Condition.ALWAYS;
import static org.vigie.core.rule.Condition.all;
import static org.vigie.core.rule.Condition.any;
import static org.vigie.core.rule.Condition.atLeast;
import static org.vigie.core.rule.Condition.atMost;
import static org.vigie.core.rule.Condition.equal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.FirstRules;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.SubjectRole;
import org.vigie.core.rule.Table;
import org.vigie.core.rule.Texts;
import org.vigie.core.rule.Texts.Bilingual;

/** The label is a matter of a rule's structure: each part that can be undone takes it away. */
final class CertaintyTest {
  private static final Measure CODES = new Measure.DistinctCodes(Set.of(SignalCode.SEDATION));
  private static final Map<String, Feature> FEATURES =
      Map.of(
          "matches", feature(new Measure.Count(Table.MATCHED_MEDIA, ALWAYS), true),
          "codes", feature(CODES, true),
          "contacts", feature(new Measure.Count(Table.NEW_CONTACTS, ALWAYS), false),
          "share", feature(new Measure.Ratio("codes", "matches"), true),
          "gap", feature(new Measure.Known(Attribute.AGE_GAP), true));
  private static final Condition COUNTED = all(atLeast("matches", 1), atLeast("codes", 2));

  @Test
  void isCertainOfCountsThatReachedABar() {
    assertThat(isCertain(rule(COUNTED))).isTrue();
    assertThat(isCertain(rule(any(atLeast("matches", 1), atLeast("codes", 2))))).isTrue();
  }

  @Test
  void isNotCertainOfWhatMayTurnOutOtherwise() {
    assertThat(isCertain(rule(all(COUNTED, atMost("matches", 3))))).isFalse();
    assertThat(isCertain(rule(all(COUNTED, equal("matches", 3))))).isFalse();
    assertThat(isCertain(rule(new Condition.Not(atLeast("matches", 1))))).isFalse();
    assertThat(isCertain(rule(all(COUNTED, atLeast("contacts", 1))))).isFalse();
  }

  @Test
  void takesNoSharesOrBeliefsForCountsHoweverTheyAreDeclared() {
    assertThat(isCertain(rule(all(COUNTED, atLeast("share", 0.5))))).isFalse();
    assertThat(isCertain(rule(all(COUNTED, atLeast("gap", 0.6))))).isFalse();
  }

  @Test
  void looksAtTheClaimToo() {
    Claim onCounts = new Claim(Severity.CRITICAL, true, atLeast("codes", 3));
    Claim onBelief = new Claim(Severity.CRITICAL, true, atLeast("gap", 0.6));
    Claim otherwise = new Claim(Severity.HIGH, true, ALWAYS);

    assertThat(isCertain(rule(Scope.PAIR, List.of(onCounts, otherwise), List.of(), true))).isTrue();
    assertThat(isCertain(rule(Scope.PAIR, List.of(onBelief, otherwise), List.of(), true)))
        .isFalse();
  }

  @Test
  void isNotCertainWhereAGuardADismissalOrAnotherSubjectMayComeInBetween() {
    List<Claim> claims = List.of(new Claim(Severity.CRITICAL, true, ALWAYS));

    assertThat(isCertain(rule(Scope.ACCOUNT, claims, List.of("tenure"), true))).isFalse();
    assertThat(isCertain(rule(Scope.ACCOUNT, claims, List.of(), false))).isFalse();
    assertThat(isCertain(rule(Scope.LINK, claims, List.of(), true))).isFalse();
  }

  @Test
  void isCertainOfOneOfTheFirstRules() {
    CompiledRules compiled = new CompiledRules(FirstRules.ruleSet());
    Set<String> certain =
        FirstRules.ruleSet().rules().stream()
            .filter(rule -> isCertain(compiled, rule))
            .map(Rule::id)
            .collect(Collectors.toSet());

    assertThat(certain).containsExactly("M1");
  }

  private static boolean isCertain(CompiledRules compiled, Rule rule) {
    return compiled.judge(rule.scope()).rules().stream()
        .anyMatch(one -> one.rule().equals(rule) && one.isCertain());
  }

  private static boolean isCertain(Rule rule) {
    return new Certainty(CertaintyTest::known).of(rule);
  }

  private static Feature known(String name) {
    Feature feature = FEATURES.get(name);
    if (feature == null) {
      throw new IllegalArgumentException(name);
    }
    return feature;
  }

  private static Feature feature(Measure measure, boolean onlyRises) {
    return new Feature("any", Scope.ACCOUNT, measure, 1_000, Set.of(), onlyRises);
  }

  private static Rule rule(Condition when) {
    return new Rule(
        "X1",
        1,
        Harm.ABUSE_MATERIAL,
        Scope.ACCOUNT,
        when,
        List.of(new Claim(Severity.CRITICAL, true, ALWAYS)),
        List.of(),
        0,
        true,
        false,
        texts(),
        Set.of(),
        SubjectRole.SUSPECTED_ACTOR);
  }

  private static Rule rule(
      Scope scope, List<Claim> claims, List<String> guards, boolean neverSilenced) {
    return new Rule(
        "X1",
        1,
        Harm.ABUSE_MATERIAL,
        scope,
        COUNTED,
        claims,
        guards,
        0,
        neverSilenced,
        false,
        texts(),
        Set.of(),
        SubjectRole.SUSPECTED_ACTOR);
  }

  private static Texts texts() {
    Bilingual none = new Bilingual("", "");
    return new Texts(none, none, List.of(), List.of(), "");
  }
}
