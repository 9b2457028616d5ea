package org.vigie.bench.peer;

import static org.vigie.core.rule.Condition.all;
import static org.vigie.core.rule.Condition.any;
import static org.vigie.core.rule.Condition.atLeast;
import static org.vigie.core.rule.Condition.atMost;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.SubjectRole;
import org.vigie.core.rule.Texts;
import org.vigie.core.rule.Texts.Bilingual;

/**
 * Rules that read the features which are there and never match, to see what one more rule costs. Of
 * ten, six are about an account, three about a pair, one about a link. Each has its own threshold,
 * so that no two share a condition; the last condition is the one that can't hold, so that as many
 * as possible are looked at.
 */
public final class QuietRules {
  private static final int OF_TEN_ACCOUNT = 6;
  private static final int OF_TEN_PAIR = 3;
  private static final double OUT_OF_REACH = 1_000;
  private static final Bilingual NOTHING = new Bilingual("", "");
  private static final Texts TEXTS = new Texts(NOTHING, NOTHING, List.of(), List.of(), "");

  private QuietRules() {}

  /** The rule set with so many more rules. */
  public static RuleSet added(RuleSet base, int count) {
    List<Rule> rules = new ArrayList<>(base.rules());
    for (int i = 0; i < count; i++) {
      rules.add(quiet(i));
    }
    return new RuleSet(base.features(), base.guards(), rules, base.ages(), base.effectiveFromMs());
  }

  private static Rule quiet(int number) {
    int place = number % 10;
    double step = number / 1_000.0;
    if (place < OF_TEN_ACCOUNT) {
      return rule(number, Scope.ACCOUNT, account(step));
    }
    return place < OF_TEN_ACCOUNT + OF_TEN_PAIR
        ? rule(number, Scope.PAIR, pair(step))
        : rule(number, Scope.LINK, atLeast("violent_reports", OUT_OF_REACH + step));
  }

  private static Condition account(double step) {
    return all(
        any(atLeast("own_adult", 0.5 + step), atMost("reciprocity", 0.5 + step)),
        any(atMost("minors_lift", 0.001 + step), atLeast("cold_share", 0.2 + step)),
        atLeast("contacts_opened", OUT_OF_REACH + step));
  }

  private static Condition pair(double step) {
    return all(
        any(atLeast("stages", 1), atLeast("goal_stages", 1)),
        atMost("age_gap", 1 + step),
        atLeast("covering_stages", OUT_OF_REACH + step));
  }

  private static Rule rule(int number, Scope scope, Condition when) {
    return new Rule(
        "Q" + number,
        1,
        Harm.GROOMING,
        scope,
        when,
        List.of(new Claim(Severity.LOW, false, Condition.ALWAYS)),
        List.of(),
        0,
        false,
        false,
        TEXTS,
        Set.of(),
        SubjectRole.SUSPECTED_ACTOR);
  }
}
