package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.vigie.simulator.Dice;

/** Finds people for the stories, so that nobody plays two parts that exclude each other. */
final class Casting {
  private static final int TRIES_MAX = 6_000;

  private final Census census;
  private final BitSet taken;

  Casting(Census census) {
    this.census = census;
    this.taken = new BitSet(census.residents());
  }

  /**
   * Who is asked for.
   *
   * @param kind where they are
   * @param atMs when they must have an account
   * @param fits what else they must be
   */
  record Wanted(CommunityKind kind, long atMs, Predicate<Account> fits) {}

  /** Up to so many who have no part yet, as far as there are such; at least one. */
  List<Account> some(int count, Wanted wanted, Dice dice) {
    Map<Integer, Account> found = new LinkedHashMap<>();
    for (int tries = 0; tries < TRIES_MAX && found.size() < count; tries++) {
      // In a small world everybody may have a part already: then some have two.
      boolean free = tries < TRIES_MAX * 3 / 4 || !found.isEmpty();
      int index = dice.between(0, census.residents() - 1);
      if (!free || !taken.get(index)) {
        fitting(index, wanted).ifPresent(account -> found.putIfAbsent(index, account));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("nobody in " + wanted.kind() + " fits and is free");
    }
    return new ArrayList<>(found.values());
  }

  /** One who has no part yet, and from now on has one. */
  Account lead(Wanted wanted, Dice dice) {
    Account lead = some(1, wanted, dice).get(0);
    take(lead);
    return lead;
  }

  void take(Account account) {
    if (account.index() < census.residents()) {
      taken.set(account.index());
    }
  }

  /** A circle of people of an age, not one of whom has a part. */
  List<Account> circle(Wanted wanted, Dice dice) {
    List<Account> best = List.of();
    for (int tries = 0; tries < TRIES_MAX / 20; tries++) {
      int first = dice.between(0, census.residents() / Census.CIRCLE - 1) * Census.CIRCLE;
      List<Account> members = new ArrayList<>();
      boolean free = tries < TRIES_MAX / 30;
      for (int index = first; index < first + Census.CIRCLE; index++) {
        if (!free || !taken.get(index)) {
          fitting(index, wanted).ifPresent(members::add);
        }
      }
      best = members.size() > best.size() ? members : best;
      if (best.size() >= Census.CIRCLE - 2) {
        return best;
      }
    }
    if (best.size() < 2) {
      throw new IllegalStateException("no circle in " + wanted.kind() + " fits and is free");
    }
    return best;
  }

  private Optional<Account> fitting(int index, Wanted wanted) {
    if (census.kind(index) != wanted.kind() || census.createdMs(index) > wanted.atMs()) {
      return Optional.empty();
    }
    Account account = census.resident(index);
    return wanted.fits().test(account) ? Optional.of(account) : Optional.empty();
  }
}
