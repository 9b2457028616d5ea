package org.vigie.reference;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Unknown;

/** What an instant changes in what accounts believe, and whom it tells of their pairs. */
final class Changes {
  private final Knowledge known;
  private final Instant at;
  private final Ages.Changed ages;

  Changes(Knowledge known, Instant at) {
    this.known = known;
    this.at = at;
    this.ages = known.ages.changedAt(at);
  }

  /** Accounts of which something else is believed, by themselves and as others see them. */
  Ages.Changed ages() {
    return ages;
  }

  /** Accounts that are told of one of their pairs (page 0011 ¶41). */
  SortedSet<String> told() {
    SortedSet<String> told = new TreeSet<>();
    for (Observation seen : known.log.at(at)) {
      told.add(seen.actor());
      told.add(seen.target());
      seen.interaction()
          .map(Interaction::report)
          .filter(report -> Unknown.isKnown(report.onBehalfOf()))
          .ifPresent(report -> told.add(report.onBehalfOf()));
    }
    told.removeIf(account -> ofWhom(account).isEmpty());
    return told;
  }

  /** Of whom an account is told, in so far as it keeps the pair then (page 0011 ¶52). */
  SortedSet<String> ofWhom(String account) {
    SortedSet<String> others = new TreeSet<>(known.telling.toldTo(account, at).keySet());
    if (!others.isEmpty()) {
      others.retainAll(known.keptPairs.of(account, at).keySet());
    }
    return others;
  }

  /** Accounts to which somebody with whom they keep a pair is of another age than they knew. */
  SortedSet<String> corrected() {
    SortedSet<String> accounts = told();
    ages.seenByOthers().forEach(account -> accounts.addAll(known.log.partnersOf(account)));
    accounts.removeIf(account -> aboutWhom(account).isEmpty());
    return accounts;
  }

  /**
   * With whom: somebody of whom it is told that something else is believed, or of whom it finds out
   * (page 0011 ¶45, ¶52). What was not known before is not corrected.
   */
  SortedSet<String> aboutWhom(String account) {
    SortedSet<String> others = new TreeSet<>(ages.seenByOthers());
    others.addAll(ofWhom(account));
    others.removeIf(other -> !isCorrected(account, other));
    return others;
  }

  private boolean isCorrected(String account, String other) {
    Optional<Belief> before = known.knownAges.before(account, other, at);
    Optional<Belief> now = known.knownAges.of(account, other, at);
    return before.isPresent() && now.isPresent() && !now.equals(before);
  }
}
