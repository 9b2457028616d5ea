package org.vigie.core.event;

/** The closed vocabulary of indicators (DOMAIN §2). The order is the wire order: append only. */
public enum SignalCode {
  AGE_PROBE,
  AGE_DISCLOSURE,
  LOCATION_PROBE,
  GUARDIAN_PROBE,
  FLATTERY,
  SECRECY,
  ISOLATION,
  PLATFORM_MOVE,
  CONTACT_EXCHANGE,
  IMAGE_REQUEST,
  IMAGE_SENT,
  SEXUAL,
  MEETING_PROPOSAL,
  COME_ALONE,
  URGENCY,
  GIFT_OFFER,
  MONEY_OFFER,
  PAYMENT_DEMAND,
  THREAT_EXPOSE,
  THREAT_VIOLENCE,
  DEADLINE,
  SALE_OFFER,
  PRICE,
  QUANTITY,
  SEDATION,
  THIRD_PARTY_UNAWARE,
  DISTRESS,
  REFUSAL;

  /** A stage of grooming: AGE_PROBE to COME_ALONE, GIFT_OFFER, MONEY_OFFER (DOMAIN §2). */
  public boolean isStage() {
    return ordinal() <= COME_ALONE.ordinal() || this == GIFT_OFFER || this == MONEY_OFFER;
  }
}
