package org.vigie.core.sender;

import org.vigie.core.age.AgeInference;
import org.vigie.core.age.AgeView;
import org.vigie.core.rule.Attribute;

/** What an account did towards one other, as rules see it at an instant. */
final class PairFacts extends AccountFacts {
  private final CodedPair pair;
  private final boolean household;

  PairFacts(SenderState state, CodedPair pair, AgeInference ages, long nowMs) {
    super(state, ages, nowMs);
    this.pair = pair;
    this.household = state.household.find(tag -> tag == pair.tag()) != null;
  }

  @Override
  public long attribute(Attribute attribute) {
    return switch (attribute) {
      case AGE_GAP -> AgeView.gap(own(), pair.age());
      case HOUSEHOLD -> flag(household);
      case P_MINOR,
          AGE_SOURCED,
          OPENED_BY_OWN,
          UNSOLICITED,
          UNANSWERED_RUN,
          UNANSWERED_HOURS,
          OWN_ADULT,
          ROLE_VERIFIED,
          ROLE_ASSERTED,
          TENURE_DAYS,
          ACCOUNT_AGE_HOURS,
          SELLER,
          SELLER_VERIFIED ->
          super.attribute(attribute);
    };
  }

  @Override
  public int codesAfter(long timeMs) {
    return pair.codesAfter(timeMs);
  }
}
