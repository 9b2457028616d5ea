package org.vigie.core.sender;

import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeView;
import org.vigie.core.judge.Facts;
import org.vigie.core.rule.Scope;

/**
 * What is judged: the account, or one of its pairs.
 *
 * @param coded the pair by its stage codes, if a rule over them judges it
 * @param signed the pair by its signs, if a rule over them judges it
 */
record Judged(Scope scope, Facts facts, @Nullable CodedPair coded, @Nullable SignedPair signed) {
  /** No counterpart: the rule is about the account. */
  static final long NOBODY = 0;

  static Judged account(SenderState state, AgeView own, long nowMs) {
    return new Judged(Scope.ACCOUNT, new AccountFacts(state, own, nowMs), null, null);
  }

  static Judged byCodes(SenderState state, CodedPair pair, AgeView own, long nowMs) {
    return new Judged(Scope.PAIR, new PairFacts(state, pair, null, own, nowMs), pair, null);
  }

  static Judged bySigns(SenderState state, SignedPair pair, AgeView own, long nowMs) {
    @Nullable CodedPair coded = state.pairs.find(one -> one.tag() == pair.tag);
    return new Judged(Scope.PAIR, new PairFacts(state, coded, pair, own, nowMs), null, pair);
  }

  /** Id of the other, empty for the account. */
  String counterpart() {
    return coded != null ? coded.account() : signed != null ? signed.account : "";
  }

  long counterpartTag() {
    return coded != null ? coded.tag() : signed != null ? signed.tag : NOBODY;
  }
}
