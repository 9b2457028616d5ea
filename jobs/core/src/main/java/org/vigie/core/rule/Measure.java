package org.vigie.core.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.vigie.core.event.SignalCode;

/** How a feature's value comes about. */
public sealed interface Measure {
  /** A value that is simply known. */
  record Known(Attribute attribute) implements Measure {}

  /** Number of rows of the window for which {@code where} is true. */
  record Count(Table table, Condition where) implements Measure {}

  /**
   * Sum of a column over the rows of the window for which {@code where} is true; rows where the
   * column is unknown add nothing.
   */
  record Sum(Table table, String column, Condition where) implements Measure {}

  /**
   * Number of distinct codes out of a set that the account sent in the pair in the window. The set
   * iterates in the order of the vocabulary, so that a rule set has one hash on every machine.
   */
  record DistinctCodes(Set<SignalCode> codes) implements Measure {
    public DistinctCodes {
      codes = Collections.unmodifiableSet(EnumSet.copyOf(codes));
    }
  }

  /** Quotient of two features, unknown when the denominator is 0. */
  record Ratio(String numerator, String denominator) implements Measure {}

  /**
   * P(X ≥ k), X binomial with n = the feature {@code trials} and p = the community's share of
   * minors, k = the whole part of the feature {@code successes}.
   */
  record BinomialTail(String trials, String successes) implements Measure {}
}
