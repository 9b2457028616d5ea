package org.vigie.reference;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/** What accounts know of the ages of those with whom they have pairs (page 0011 ¶45). */
final class KnownAges {
  private final Ages ages;
  private final Contacts contacts;
  private final KeptPairs kept;
  private final Pairs pairs;
  private final Forgetting forgetting;

  KnownAges(Ages ages, Contacts contacts, KeptPairs kept, Pairs pairs, Forgetting forgetting) {
    this.ages = ages;
    this.contacts = contacts;
    this.kept = kept;
    this.pairs = pairs;
    this.forgetting = forgetting;
  }

  /**
   * What an account's rows and stages believe of another (¶12, ¶15): as it is shown to everybody,
   * but that nobody is told of one who asked to be erased who did nothing towards it since (page
   * 0015 ¶86).
   *
   * @param brought the instant of the opening or stage code that brought what is believed
   */
  Belief byContact(String account, String other, Instant brought, Instant asOf) {
    if (!forgetting.isErasedByOthers(other, Instant.NEVER, asOf)) {
      return ages.seenByOthers(other, asOf);
    }
    Instant latest = brought;
    for (Instant change : ages.changesSeenByOthers(other)) {
      boolean isLater = change.isAfter(latest) && !change.isAfter(asOf);
      latest = isLater && isTold(account, other, change) ? change : latest;
    }
    return ages.seenByOthers(other, latest);
  }

  /** Whether an account's rows and stages are told of a change. */
  boolean isTold(String account, String other, Instant change) {
    return !forgetting.isErasedByOthers(other, Instant.NEVER, change)
        || contacts.knownBefore(other, change).contains(account);
  }

  /** What an account believes of another, if it was told anything. */
  Optional<Belief> of(String account, String other, Instant asOf) {
    return believed(account, other, kept.of(account, asOf), at -> !at.isAfter(asOf));
  }

  /** The same with nothing of the instant itself. */
  Optional<Belief> before(String account, String other, Instant instant) {
    return believed(account, other, kept.before(account, instant), at -> at.isBefore(instant));
  }

  private Optional<Belief> believed(
      String account, String other, SortedMap<String, KeptPair> pairs, Predicate<Instant> counts) {
    KeptPair pair = pairs.get(other);
    if (pair == null || pair.ageAsOf().isEmpty()) {
      return Optional.empty();
    }
    Instant latest = pair.ageAsOf().get();
    for (Instant change : ages.changesSeenByOthers(other)) {
      if (change.isAfter(latest)
          && counts.test(change)
          && contacts.toldOf(other, change).contains(account)
          && existedBefore(account, other, change)) {
        latest = change;
      }
    }
    return Optional.of(ages.seenByOthers(other, latest));
  }

  /** Whether the pair is there to tell of a change, not only from that instant on. */
  private boolean existedBefore(String account, String other, Instant change) {
    return pairs
        .existing(account, other, change)
        .filter(life -> life.first().isBefore(change))
        .isPresent();
  }
}
