package org.vigie.core.rule;

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
  AGE_GAP(Scope.PAIR, ValueType.NUMBER);

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

  /** What it can be compared with. */
  public ValueType type() {
    return type;
  }
}
