package org.vigie.core.rule;

/** Values that are known of an account, a pair or a link as of an instant, without counting. */
public enum Attribute {
  /** P(the account is 18 or over); unknown without age evidence. */
  OWN_ADULT,
  /** 1 if the platform verified a role that explains wide contacts with minors, else 0. */
  ROLE_VERIFIED,
  /** 1 if the account asserts such a role itself, else 0. */
  ROLE_ASSERTED,
  /** Days since ACCOUNT_CREATED, whole; unknown where none was seen. */
  TENURE_DAYS,
  /** 1 if a household link joins the pair, else 0. */
  HOUSEHOLD,
  /** Probability of an age gap of the pair, the judged account the older (CONTRACT §8). */
  AGE_GAP
}
