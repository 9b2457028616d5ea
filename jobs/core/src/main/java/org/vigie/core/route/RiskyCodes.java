package org.vigie.core.route;

import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Signs;

/**
 * What an account must have said lately for its request to be forgotten to wait (page 0015 ¶85):
 * never what a victim says, nor what is innocent where nothing else is said.
 */
public final class RiskyCodes {
  private static final long MASK =
      Signs.of(
              SignalCode.SECRECY,
              SignalCode.ISOLATION,
              SignalCode.PLATFORM_MOVE,
              SignalCode.GUARDIAN_PROBE,
              SignalCode.LOCATION_PROBE,
              SignalCode.CONTACT_EXCHANGE,
              SignalCode.IMAGE_REQUEST,
              SignalCode.SEXUAL,
              SignalCode.MEETING_PROPOSAL,
              SignalCode.COME_ALONE,
              SignalCode.GIFT_OFFER,
              SignalCode.MONEY_OFFER,
              SignalCode.PAYMENT_DEMAND,
              SignalCode.THREAT_EXPOSE,
              SignalCode.THREAT_VIOLENCE,
              SignalCode.DEADLINE,
              SignalCode.SALE_OFFER,
              SignalCode.SEDATION,
              SignalCode.THIRD_PARTY_UNAWARE)
          .mask();

  private RiskyCodes() {}

  /** Whether any is among strong signs, a bit each of {@link Signs}. */
  public static boolean areAmong(long strongSigns) {
    return (strongSigns & MASK) != 0;
  }
}
