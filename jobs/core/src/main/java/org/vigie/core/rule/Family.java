package org.vigie.core.rule;

import java.util.EnumSet;
import java.util.Set;
import org.vigie.core.event.SignalCode;

/**
 * Independent kinds of evidence (DOMAIN §2). They follow from what a finding used. The order is the
 * stored order: append only.
 */
public enum Family {
  CONTACT_GRAPH,
  STAGE_SIGNALS,
  TARGET_REACTION,
  IDENTITY,
  PLACE,
  MEDIA,
  PAYMENT;

  /** The family of a signal code. */
  public static Family of(SignalCode code) {
    return switch (code) {
      case MEETING_PROPOSAL, COME_ALONE -> PLACE;
      case IMAGE_REQUEST, IMAGE_SENT -> MEDIA;
      case PAYMENT_DEMAND, GIFT_OFFER, MONEY_OFFER, PRICE -> PAYMENT;
      case DISTRESS, REFUSAL -> TARGET_REACTION;
      case AGE_PROBE,
          AGE_DISCLOSURE,
          LOCATION_PROBE,
          GUARDIAN_PROBE,
          FLATTERY,
          SECRECY,
          ISOLATION,
          PLATFORM_MOVE,
          CONTACT_EXCHANGE,
          SEXUAL,
          URGENCY,
          THREAT_EXPOSE,
          THREAT_VIOLENCE,
          DEADLINE,
          SALE_OFFER,
          QUANTITY,
          SEDATION,
          THIRD_PARTY_UNAWARE ->
          STAGE_SIGNALS;
    };
  }

  /** Bit of this family in a mask. */
  public int bit() {
    return 1 << ordinal();
  }

  /** The families of a mask. */
  public static Set<Family> ofMask(int mask) {
    EnumSet<Family> families = EnumSet.noneOf(Family.class);
    for (Family family : values()) {
      if ((mask & family.bit()) != 0) {
        families.add(family);
      }
    }
    return families;
  }
}
