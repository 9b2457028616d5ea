package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Unknown;

/** What an instant changes in what accounts believe, and whom it tells of their pairs. */
final class Changes {
  private final Knowledge known;
  private final Instant at;
  private final Ages.Changed ages;
  private final Map<String, SortedSet<String>> ofWhom = new HashMap<>();
  private final Map<String, SortedSet<String>> aboutWhom = new HashMap<>();
  private Optional<List<Occasion>> ofPairs = Optional.empty();

  Changes(Knowledge known, Instant at) {
    this.known = known;
    this.at = at;
    this.ages = known.ages.changedAt(at);
  }

  /** Accounts of which something else is believed, by themselves and as others see them. */
  Ages.Changed ages() {
    return ages;
  }

  /** Whether an account's rows and stages are told that something else is believed of another. */
  boolean areTold(String account, String other) {
    return ages.seenByOthers().contains(other) && known.knownAges.isTold(account, other, at);
  }

  /** Whether an account finds out by a stage code that another is not as its last one said. */
  boolean findsOut(String account, String other) {
    Instant sent = known.codes.latestStage(account, other, at);
    return sent.equals(at)
        && known
            .codes
            .stageBefore(account, other, at)
            .map(before -> known.knownAges.byContact(account, other, before, at))
            .filter(believed -> !believed.equals(known.ages.seenByOthers(other, at)))
            .isPresent();
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
    return ofWhom.computeIfAbsent(
        account,
        one -> {
          SortedSet<String> others = new TreeSet<>(known.telling.toldTo(one, at).keySet());
          if (!others.isEmpty()) {
            others.retainAll(known.keptPairs.of(one, at).keySet());
          }
          return Collections.unmodifiableSortedSet(others);
        });
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
    return aboutWhom.computeIfAbsent(
        account,
        one -> {
          SortedSet<String> others = new TreeSet<>(ages.seenByOthers());
          others.addAll(ofWhom(one));
          others.removeIf(other -> !isCorrected(one, other));
          return Collections.unmodifiableSortedSet(others);
        });
  }

  private boolean isCorrected(String account, String other) {
    Optional<Belief> before = known.knownAges.before(account, other, at);
    Optional<Belief> now = known.knownAges.of(account, other, at);
    return before.isPresent() && now.isPresent() && !now.equals(before);
  }

  /**
   * 0011 ¶52: who is told of a pair, and who believes something else of either while it is kept.
   */
  List<Occasion> ofPairs() {
    if (ofPairs.isEmpty()) {
      ofPairs = Optional.of(pairsConcerned());
    }
    return ofPairs.get();
  }

  private List<Occasion> pairsConcerned() {
    SortedMap<String, SortedSet<String>> others = new TreeMap<>();
    for (String account : told()) {
      addAll(others, account, ofWhom(account));
    }
    for (String account : ages.own()) {
      addAll(others, account, known.keptPairs.of(account, at).keySet());
    }
    for (String account : corrected()) {
      addAll(others, account, aboutWhom(account));
    }
    List<Occasion> concerned = new ArrayList<>();
    others.forEach(
        (account, each) -> {
          each.retainAll(known.keptPairs.of(account, at).keySet());
          each.forEach(other -> concerned.add(new Occasion.OfPair(account, other, true)));
        });
    return List.copyOf(concerned);
  }

  private static void addAll(
      SortedMap<String, SortedSet<String>> others, String account, Set<String> more) {
    others.computeIfAbsent(account, absent -> new TreeSet<>()).addAll(more);
  }
}
