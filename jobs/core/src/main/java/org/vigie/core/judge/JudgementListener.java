package org.vigie.core.judge;

/**
 * Hears of every judgement, those of tried orders of arrival included: for tests of rules and for
 * explanation. The engine goes on as without it.
 */
@FunctionalInterface
public interface JudgementListener {
  /** Hears nothing. */
  JudgementListener NONE = rule -> {};

  /** A rule was judged; it can be asked for its clauses until it is judged again. */
  void judged(CompiledRule rule);
}
