package org.vigie.core.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.core.judge.CompiledRules;
import org.vigie.core.judge.JudgementListener;
import org.vigie.core.rule.RuleSet;

/**
 * The rule sets in force, by the instant's time: catch-up judges old events by the rules of then.
 * Adding is idempotent and order-free. At most {@value #RULE_SETS_MAX} are kept, the newest by when
 * they take effect; what is older than all of them is judged by the oldest.
 */
public final class RuleHistory {
  /** Rule sets that are kept. */
  public static final int RULE_SETS_MAX = 64;

  private final List<CompiledRules> byTime = new ArrayList<>();
  private final JudgementListener listener;
  private long dropped;

  /** A history that begins with a rule set, which also judges everything before it. */
  public RuleHistory(RuleSet first) {
    this(first, JudgementListener.NONE);
  }

  /** The same, with someone listening to its judgements. */
  public RuleHistory(RuleSet first, JudgementListener listener) {
    this.listener = listener;
    byTime.add(new CompiledRules(first, listener));
  }

  /** Adds a rule set; one with the same content is there already. */
  public void add(RuleSet ruleSet) {
    for (CompiledRules known : byTime) {
      if (known.ruleSet().equals(ruleSet)) {
        return;
      }
    }
    byTime.add(new CompiledRules(ruleSet, listener));
    byTime.sort(
        Comparator.comparingLong((CompiledRules rules) -> rules.ruleSet().effectiveFromMs())
            .thenComparing(CompiledRules::hash));
    if (byTime.size() > RULE_SETS_MAX) {
      byTime.remove(0);
      dropped++;
    }
  }

  /** How many are kept. */
  public int size() {
    return byTime.size();
  }

  /** How many had to go for newer ones. */
  public long dropped() {
    return dropped;
  }

  /** The rules in force at a time. */
  public CompiledRules at(long timeMs) {
    for (int i = byTime.size() - 1; i > 0; i--) {
      if (byTime.get(i).ruleSet().effectiveFromMs() <= timeMs) {
        return byTime.get(i);
      }
    }
    return byTime.get(0);
  }
}
