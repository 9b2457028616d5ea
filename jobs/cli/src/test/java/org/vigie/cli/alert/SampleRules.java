package org.vigie.cli.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.alert.Finding;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.SubjectRole;
import org.vigie.core.rule.Texts;
import org.vigie.core.rule.Texts.Bilingual;

/** Rules that are known, so that no change of a shipped rule changes what is drawn here. */
final class SampleRules implements RuleLore {
  private static final Rule STAGES =
      rule(
          "G2",
          Scope.PAIR,
          Condition.all(
              Condition.atLeast("stages", 3),
              Condition.any(Condition.atLeast("goals", 1), Condition.atLeast("gifts", 2)),
              new Condition.Not(Condition.atLeast("seller", 1))),
          List.of(
              new Claim(Severity.CRITICAL, false, Condition.atLeast("stages", 9)),
              new Claim(
                  Severity.HIGH,
                  true,
                  Condition.all(Condition.atLeast("stages", 4), Condition.atLeast("meetings", 1))),
              new Claim(Severity.MEDIUM, false, Condition.ALWAYS)));

  private static final Rule AFTERMATH =
      rule(
          "A3",
          Scope.LINK,
          Condition.any(Condition.atLeast("reacted", 1), Condition.atLeast("fled", 1)),
          List.of(
              new Claim(
                  Severity.HIGH,
                  false,
                  Condition.any(
                      Condition.atLeast("reacted", 2),
                      Condition.atLeast("fled", 2),
                      Condition.all(
                          Condition.atLeast("reacted", 1), Condition.atLeast("fled", 1)))),
              new Claim(Severity.LOW, false, Condition.ALWAYS)));

  private static Rule rule(String id, Scope scope, Condition when, List<Claim> claims) {
    return new Rule(
        id,
        1,
        Harm.GROOMING,
        scope,
        when,
        claims,
        List.of(),
        0,
        false,
        false,
        new Texts(
            new Bilingual("", ""),
            new Bilingual("", ""),
            List.of(
                new Bilingual("a parent", "un parent"), new Bilingual("a coach", "un entraîneur")),
            List.of(),
            ""),
        Set.of(),
        SubjectRole.SUSPECTED_ACTOR);
  }

  @Override
  public Optional<Rule> of(Finding finding) {
    return Stream.of(STAGES, AFTERMATH)
        .filter(rule -> finding.getRule().equals(rule.id()))
        .filter(rule -> finding.getVersion() == rule.version())
        .findFirst();
  }

  @Override
  public Optional<Bilingual> feature(String name) {
    return name.equals("stages")
        ? Optional.of(new Bilingual("stages gone through", "étapes franchies"))
        : Optional.empty();
  }

  @Override
  public Optional<Bilingual> guard(String name) {
    return name.equals("household")
        ? Optional.of(new Bilingual("of its household", "de son foyer"))
        : Optional.empty();
  }

  @Override
  public boolean isFlag(String feature) {
    return feature.equals("household");
  }
}
