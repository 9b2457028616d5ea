package org.vigie.core.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.judge.CompiledRules;
import org.vigie.core.judge.JudgementListener;
import org.vigie.core.rule.RuleSet;

/**
 * The rule sets in force, by the instant's time: catch-up judges old events by the rules of then.
 * Those that take effect at one time belong together: each judges the communities that it names,
 * and one that names none judges the others. Adding is idempotent and order-free. At most {@value
 * #RULE_SETS_MAX} are kept, the newest by when they take effect; what is older than all of them is
 * judged by the oldest.
 */
public final class RuleHistory {
  /** Rule sets that are kept. */
  public static final int RULE_SETS_MAX = 64;

  private static final Comparator<CompiledRules> OLDEST_FIRST =
      Comparator.comparingLong((CompiledRules rules) -> rules.ruleSet().effectiveFromMs())
          .thenComparing(CompiledRules::hash);

  private final List<CompiledRules> byTime = new ArrayList<>();
  private final JudgementListener listener;
  private boolean namesCommunities;
  private long dropped;

  /** A history that begins with a rule set, which also judges everything before it. */
  public RuleHistory(RuleSet first) {
    this(first, JudgementListener.NONE);
  }

  /** The same, with someone listening to its judgements. */
  public RuleHistory(RuleSet first, JudgementListener listener) {
    this.listener = listener;
    add(first);
  }

  /** Adds a rule set; one with the same content is there already. */
  public void add(RuleSet ruleSet) {
    for (CompiledRules known : byTime) {
      if (known.ruleSet().equals(ruleSet)) {
        return;
      }
    }
    byTime.add(new CompiledRules(ruleSet, listener));
    byTime.sort(OLDEST_FIRST);
    if (byTime.size() > RULE_SETS_MAX) {
      byTime.remove(0);
      dropped++;
    }
    namesCommunities |= !ruleSet.communities().isEmpty();
  }

  /** Whether communities may be judged by different rules. */
  public boolean namesCommunities() {
    return namesCommunities;
  }

  /** How many are kept. */
  public int size() {
    return byTime.size();
  }

  /** How many had to go for newer ones. */
  public long dropped() {
    return dropped;
  }

  /** The rules in force in a community at a time. */
  public CompiledRules at(long timeMs, String community) {
    int last = byTime.size() - 1;
    while (last > 0 && byTime.get(last).ruleSet().effectiveFromMs() > timeMs) {
      last--;
    }
    return namesCommunities ? of(community, last) : byTime.get(last);
  }

  /** Of those that take effect with one, else of those before them. */
  private CompiledRules of(String community, int last) {
    @Nullable CompiledRules others = null;
    long fromMs = byTime.get(last).ruleSet().effectiveFromMs();
    for (int i = last; i >= 0; i--) {
      CompiledRules rules = byTime.get(i);
      if (rules.ruleSet().effectiveFromMs() != fromMs && others != null) {
        return others;
      }
      fromMs = rules.ruleSet().effectiveFromMs();
      if (rules.ruleSet().communities().contains(community)) {
        return rules;
      }
      others = rules.ruleSet().communities().isEmpty() ? rules : others;
    }
    return others != null ? others : byTime.get(last);
  }
}
