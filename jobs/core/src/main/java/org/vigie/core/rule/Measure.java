package org.vigie.core.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
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

  /**
   * Events of a pair that bear one of some signs, each after an anchor of every clause: a strong
   * one counts 2, another 1.
   *
   * @param by who sent them, as the judged account sees it
   * @param privately whether only DIRECT messages, small groups and interactions count
   * @param plain whether each counts 1
   * @param unlessRelayed whether codes that the sender had from somebody else do not count
   */
  record Hits(
      Signs signs,
      Anchor.By by,
      boolean privately,
      boolean plain,
      boolean unlessRelayed,
      List<Anchor> after)
      implements Measure {
    public Hits {
      after = List.copyOf(after);
    }
  }

  /**
   * Over the pairs of an account for which a condition over features of a pair is true: how many,
   * or the sum of one such feature.
   *
   * @param sum the feature, empty to count pairs
   * @param votes how many pairs count that belong together
   */
  record Pairs(Condition where, String sum, Votes votes) implements Measure {}

  /** How many pairs count that satisfy a condition. */
  enum Votes {
    /** Each. */
    A_PAIR,

    /** Those whose others are joined count once. */
    A_CLUSTER,

    /**
     * At most as many as there are different events that the hits in the condition counted in them:
     * one message to several others is one.
     */
    A_MESSAGE
  }

  /** Number of different values of a column over the rows for which {@code where} is true. */
  record DistinctOf(Table table, String column, Condition where) implements Measure {}
}
