package org.vigie.core.rule;

import java.util.Set;

/** Values that are known of an account, a pair or a link as of an instant, without counting. */
public enum Attribute {
  /** P(the account is 18 or over); unknown without age evidence. */
  OWN_ADULT(Scope.ACCOUNT, ValueType.NUMBER),
  /** 1 if the platform verified a role that explains wide contacts with minors, else 0. */
  ROLE_VERIFIED(Scope.ACCOUNT, ValueType.FLAG),
  /** 1 if the account asserts such a role itself, else 0. */
  ROLE_ASSERTED(Scope.ACCOUNT, ValueType.FLAG),
  /** Days since ACCOUNT_CREATED, whole; unknown where none was seen. */
  TENURE_DAYS(Scope.ACCOUNT, ValueType.WHOLE),
  /** 1 if a household link joins the pair, else 0. */
  HOUSEHOLD(Scope.PAIR, ValueType.FLAG),
  /** Probability of an age gap of the pair, the judged account the older (CONTRACT §8). */
  AGE_GAP(Scope.PAIR, ValueType.NUMBER),

  /** Begun hours since ACCOUNT_CREATED; unknown where none was seen. */
  ACCOUNT_AGE_HOURS(Scope.ACCOUNT, ValueType.WHOLE),

  /** 1 if the account sells, by whoever says so, else 0. */
  SELLER(Scope.ACCOUNT, ValueType.FLAG),

  /** 1 if the platform verified that it sells, else 0. */
  SELLER_VERIFIED(Scope.ACCOUNT, ValueType.FLAG),

  /** P(the other is under 18), the prior without age evidence; unknown before the first own act. */
  P_MINOR(Scope.PAIR, ValueType.NUMBER),

  /** 1 if there is evidence of the other's age, else 0. */
  AGE_SOURCED(Scope.PAIR, ValueType.FLAG),

  /** 1 if the account opened the pair, else 0. */
  OPENED_BY_OWN(Scope.PAIR, ValueType.FLAG),

  /** 1 if whoever opened the pair did so unsolicited, else 0. */
  UNSOLICITED(Scope.PAIR, ValueType.FLAG),

  /** Messages since the other last did something, as told at 4, 8, 16 and 32; else 0. */
  UNANSWERED_RUN(Scope.PAIR, ValueType.WHOLE),

  /** Begun hours since that run reached what was told last; unknown without one. */
  UNANSWERED_HOURS(Scope.PAIR, ValueType.WHOLE);

  private final Scope scope;
  private final ValueType type;

  Attribute(Scope scope, ValueType type) {
    this.scope = scope;
    this.type = type;
  }

  /** Of what it is known. */
  public Scope scope() {
    return scope;
  }

  /** Whether it is known of a pair only where that is kept by its signs, and not by its stages. */
  public boolean isKeptWithSigns() {
    return switch (this) {
      case P_MINOR, AGE_SOURCED, OPENED_BY_OWN, UNSOLICITED, UNANSWERED_RUN, UNANSWERED_HOURS ->
          true;
      case OWN_ADULT,
          ROLE_VERIFIED,
          ROLE_ASSERTED,
          TENURE_DAYS,
          HOUSEHOLD,
          AGE_GAP,
          ACCOUNT_AGE_HOURS,
          SELLER,
          SELLER_VERIFIED ->
          false;
    };
  }

  /** The families of evidence of a finding that used it (DOMAIN §2). */
  public Set<Family> families() {
    return switch (this) {
      case OPENED_BY_OWN, UNSOLICITED, UNANSWERED_RUN, UNANSWERED_HOURS ->
          Set.of(Family.CONTACT_GRAPH);
      case ACCOUNT_AGE_HOURS -> Set.of(Family.IDENTITY);
      case OWN_ADULT,
          ROLE_VERIFIED,
          ROLE_ASSERTED,
          TENURE_DAYS,
          HOUSEHOLD,
          AGE_GAP,
          SELLER,
          SELLER_VERIFIED,
          P_MINOR,
          AGE_SOURCED ->
          Set.of();
    };
  }

  /** What it can be compared with. */
  public ValueType type() {
    return type;
  }
}
