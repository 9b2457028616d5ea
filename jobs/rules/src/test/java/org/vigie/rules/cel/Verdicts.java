package org.vigie.rules.cel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.judge.CompiledRules;
import org.vigie.core.judge.Facts;
import org.vigie.core.judge.Judge;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.SubjectRole;
import org.vigie.core.rule.Table;
import org.vigie.core.rule.Texts;
import org.vigie.core.rule.Texts.Bilingual;

/** Judges a condition with the engine's own evaluators, by a rule and by its opposite. */
final class Verdicts {
  enum Verdict {
    TRUE,
    FALSE,
    UNKNOWN
  }

  private static final Texts NO_TEXTS =
      new Texts(new Bilingual("", ""), new Bilingual("", ""), List.of(), List.of(), "");

  private Verdicts() {}

  static Verdict of(Condition condition, Map<Attribute, Long> values) {
    List<Feature> features =
        Arrays.stream(Attribute.values())
            .map(
                attribute ->
                    new Feature(
                        RandomConditions.nameOf(attribute),
                        attribute.scope(),
                        new Measure.Known(attribute),
                        0,
                        Set.of(),
                        false))
            .toList();
    RuleSet rules =
        new RuleSet(
            features,
            List.of(),
            List.of(rule("IS", condition), rule("ISNOT", new Condition.Not(condition))),
            AgeModel.DEFAULT,
            Long.MIN_VALUE);
    Judge judge = new CompiledRules(rules).judge(Scope.PAIR);
    judge.begin(new Values(values), 0);
    List<CompiledRule> compiled = judge.rules();
    if (compiled.get(0).fires()) {
      return Verdict.TRUE;
    }
    return compiled.get(1).fires() ? Verdict.FALSE : Verdict.UNKNOWN;
  }

  private static Rule rule(String id, Condition when) {
    return new Rule(
        id,
        1,
        Harm.GROOMING,
        Scope.PAIR,
        when,
        List.of(new Claim(Severity.LOW, false, Condition.ALWAYS)),
        List.of(),
        0,
        false,
        false,
        NO_TEXTS,
        Set.of(),
        SubjectRole.SUSPECTED_ACTOR);
  }

  private record Values(Map<Attribute, Long> values) implements Facts {
    @Override
    public long attribute(Attribute attribute) {
      Long value = values.get(attribute);
      if (value == null) {
        throw new IllegalArgumentException("no value of " + attribute);
      }
      return value;
    }

    @Override
    public int rows(Table table) {
      return 0;
    }

    @Override
    public long rowTimeMs(Table table, int row) {
      throw new IndexOutOfBoundsException(row);
    }

    @Override
    public long column(Table table, int row, int column) {
      throw new IndexOutOfBoundsException(row);
    }

    @Override
    public int codesAfter(long timeMs) {
      return 0;
    }
  }
}
