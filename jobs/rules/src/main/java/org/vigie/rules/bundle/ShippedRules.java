package org.vigie.rules.bundle;

import org.vigie.core.rule.RuleSet;
import org.vigie.rules.diagnostic.Diagnostics;

/** The rules that ship inside the job, so that the first event already meets them; read once. */
public final class ShippedRules {
  private ShippedRules() {}

  /** The live rules under the default profile. */
  public static RuleSet ruleSet() {
    return Loaded.RULE_SET;
  }

  /** All of them under the default profile. */
  public static Rulebook rulebook() {
    return Loaded.BOOK;
  }

  /** Read at first use. */
  private static final class Loaded {
    static final Rulebook BOOK = read();
    static final RuleSet RULE_SET = BOOK.ruleSet();

    private static Rulebook read() {
      Diagnostics diagnostics = new Diagnostics();
      return Rulebooks.read(RuleFiles.shipped(), Profile.DEFAULT, diagnostics)
          .orElseThrow(
              () -> new IllegalStateException("the jar's rules are wrong: " + diagnostics.all()));
    }
  }
}
