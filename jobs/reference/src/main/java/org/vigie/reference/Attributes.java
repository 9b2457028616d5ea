package org.vigie.reference;

import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.core.event.SessionEvent.RoleSource;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Fixed;

/** What is known of an account or a pair without counting, as of an instant. */
final class Attributes {
  private final Knowledge known;
  private final Occasion occasion;
  private final Instant asOf;
  private final Instant beliefsAsOf;

  /**
   * Attributes as of an instant, with what is believed of ages, known of the accounts, and kept of
   * pairs as of the same or a later one (¶25, 0011 ¶55).
   */
  Attributes(Knowledge known, Occasion occasion, Instant asOf, Instant beliefsAsOf) {
    this.known = known;
    this.occasion = occasion;
    this.asOf = asOf;
    this.beliefsAsOf = beliefsAsOf;
  }

  /** Its value, fixed-point; {@link Fixed#UNKNOWN} if it is not known. */
  long value(Attribute attribute) {
    String account = occasion.account();
    return switch (attribute) {
      case OWN_ADULT -> {
        Belief own = known.ages.own(account, beliefsAsOf);
        yield own.sourced() ? own.pAdult() : Fixed.UNKNOWN;
      }
      case ROLE_VERIFIED -> role(account, RoleSource.PLATFORM_VERIFIED);
      case ROLE_ASSERTED -> role(account, RoleSource.SELF);
      case TENURE_DAYS -> whole(known.profiles.tenureDays(account, asOf, beliefsAsOf));
      case ACCOUNT_AGE_HOURS -> whole(known.profiles.ageHours(account, asOf, beliefsAsOf));
      case SELLER ->
          flag(
              known.profiles.isSeller(account, RoleSource.SELF, beliefsAsOf)
                  || known.profiles.isSeller(account, RoleSource.PLATFORM_VERIFIED, beliefsAsOf));
      case SELLER_VERIFIED ->
          flag(known.profiles.isSeller(account, RoleSource.PLATFORM_VERIFIED, beliefsAsOf));
      case HOUSEHOLD,
          AGE_GAP,
          P_MINOR,
          AGE_SOURCED,
          OPENED_BY_OWN,
          UNSOLICITED,
          UNANSWERED_RUN,
          UNANSWERED_HOURS ->
          occasion instanceof Occasion.OfPair pair ? ofPair(attribute, pair) : Fixed.UNKNOWN;
    };
  }

  private long ofPair(Attribute attribute, Occasion.OfPair pair) {
    Optional<KeptPair> kept =
        Optional.ofNullable(
            known.keptPairs.of(pair.account(), beliefsAsOf).get(pair.counterpart()));
    Optional<PairLife.Opening> opening = kept.flatMap(one -> one.life().opening());
    return switch (attribute) {
      case HOUSEHOLD ->
          flag(known.devices.isOfHousehold(pair.account(), pair.counterpart(), beliefsAsOf));
      case AGE_GAP ->
          believed(pair).map(known.ages.own(pair.account(), beliefsAsOf)::ageGap).orElse(0L);
      case P_MINOR -> believed(pair).map(Belief::pMinor).orElse(Fixed.UNKNOWN);
      case AGE_SOURCED -> flag(believed(pair).map(Belief::sourced).orElse(false));
      case OPENED_BY_OWN ->
          flag(opening.map(one -> one.actor().equals(pair.account())).orElse(false));
      case UNSOLICITED -> flag(opening.map(PairLife.Opening::unsolicited).orElse(false));
      case UNANSWERED_RUN -> Fixed.whole(kept.map(KeptPair::run).orElse(0));
      case UNANSWERED_HOURS ->
          kept.filter(one -> one.run() > 0)
              .map(one -> Days.begunHours(asOf.timeMs() - one.runSince().timeMs()))
              .map(Fixed::whole)
              .orElse(Fixed.UNKNOWN);
      case OWN_ADULT,
          ROLE_VERIFIED,
          ROLE_ASSERTED,
          TENURE_DAYS,
          ACCOUNT_AGE_HOURS,
          SELLER,
          SELLER_VERIFIED ->
          throw new IllegalArgumentException(attribute + " is not of a pair");
    };
  }

  /** ¶45: as the account was told; by stages (¶15) as it is believed. */
  private Optional<Belief> believed(Occasion.OfPair pair) {
    return pair.bySigns()
        ? known.knownAges.of(pair.account(), pair.counterpart(), beliefsAsOf)
        : Optional.of(byStage(pair.account(), pair.counterpart()));
  }

  private Belief byStage(String account, String other) {
    Instant brought = known.codes.latestStage(account, other, beliefsAsOf);
    return known.knownAges.byContact(account, other, brought, beliefsAsOf);
  }

  private long role(String account, RoleSource source) {
    return flag(known.profiles.hasRole(account, source, beliefsAsOf));
  }

  private static long whole(OptionalLong count) {
    return count.isPresent() ? Fixed.whole(count.getAsLong()) : Fixed.UNKNOWN;
  }

  private static long flag(boolean value) {
    return value ? Fixed.ONE : 0;
  }
}
