package org.vigie.reference;

import org.vigie.core.rule.RuleSet;

/** What judging needs: what is known, the rules, and what they read. */
record Judging(Knowledge known, RuleSet rules, RuleReading reading) {
  Judging(Knowledge known, RuleSet rules) {
    this(known, rules, new RuleReading(rules));
  }
}
