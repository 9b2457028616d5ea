package org.vigie.core.rule;

/** What one account does towards another that is a sign beside codes. Append only. */
public enum PairAct {
  /** A message with at least one media item. */
  MEDIA(Family.MEDIA),
  GIFT(Family.PAYMENT),
  PAYMENT(Family.PAYMENT),
  PAYMENT_REQUEST(Family.PAYMENT),
  BLOCK(Family.TARGET_REACTION),
  REPORT(Family.TARGET_REACTION),
  DECLINE(Family.TARGET_REACTION);

  private final Family family;

  PairAct(Family family) {
    this.family = family;
  }

  /** The kind of evidence that it is. */
  public Family family() {
    return family;
  }

  /** Whether it says what the account that it is done to did before: a block, report, decline. */
  public boolean isReaction() {
    return family == Family.TARGET_REACTION;
  }
}
