package org.vigie.core.sender;

import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeView;
import org.vigie.core.event.Unknown;
import org.vigie.core.judge.SignedEvents;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Fixed;

/** What is known of an account and one other, as rules see it at an instant. */
final class PairFacts extends AccountFacts {
  private final long tag;
  private final @Nullable CodedPair coded;
  private final @Nullable SignedPair signed;
  private final long nowMs;
  private final SenderState state;

  PairFacts(
      SenderState state,
      @Nullable CodedPair coded,
      @Nullable SignedPair signed,
      AgeView own,
      long nowMs) {
    super(state, own, nowMs);
    this.state = state;
    this.coded = coded;
    this.signed = signed;
    this.nowMs = nowMs;
    this.tag = coded != null ? coded.tag() : signed != null ? signed.tag : 0;
  }

  @Override
  public long attribute(Attribute attribute) {
    return switch (attribute) {
      case AGE_GAP -> ageGap();
      case HOUSEHOLD -> flag(state.household.find(member -> member == tag) != null);
      case P_MINOR, AGE_SOURCED, OPENED_BY_OWN, UNSOLICITED, UNANSWERED_RUN, UNANSWERED_HOURS ->
          signed == null ? Fixed.UNKNOWN : ofSigned(signed, attribute);
      case OWN_ADULT,
          ROLE_VERIFIED,
          ROLE_ASSERTED,
          TENURE_DAYS,
          ACCOUNT_AGE_HOURS,
          SELLER,
          SELLER_VERIFIED ->
          super.attribute(attribute);
    };
  }

  private long ageGap() {
    AgeView other = signed != null ? signed.age : coded != null ? coded.age() : null;
    return other == null ? 0 : AgeView.gap(own(), other);
  }

  private long ofSigned(SignedPair pair, Attribute attribute) {
    AgeView age = pair.age;
    return switch (attribute) {
      case P_MINOR -> age == null ? Fixed.UNKNOWN : age.minor();
      case AGE_SOURCED -> flag(age != null && age.sourced());
      case OPENED_BY_OWN -> flag(pair.openedByOwn);
      case UNSOLICITED -> flag(pair.unsolicited);
      case UNANSWERED_RUN -> Fixed.whole(pair.run);
      case UNANSWERED_HOURS ->
          pair.runMs == Unknown.TIME ? Fixed.UNKNOWN : Fixed.begunHours(nowMs - pair.runMs);
      default -> throw new IllegalStateException(attribute + " is not kept with signs");
    };
  }

  @Override
  public int codesAfter(long timeMs) {
    return coded == null ? 0 : coded.codesAfter(timeMs);
  }

  @Override
  public SignedEvents signs() {
    return signed == null ? SignedEvents.NONE : signed;
  }
}
