package org.vigie.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.vigie.core.event.SessionEvent;

/**
 * What comes of the requests of one account to be erased (page 0015 ¶82-87), from its life and the
 * facts that hold it.
 */
final class Requests {
  private static final long TOMBSTONE_MS = 90 * Days.DAY_MS;

  /** Of accounts that never asked. */
  static final Requests NONE = new Requests(List.of(), (asOf, went) -> false);

  /** Whether an account is held (¶85). */
  @FunctionalInterface
  interface Facts {
    /**
     * As of an instant, all of it included.
     *
     * @param went when what it had done went, before that
     */
    boolean hold(Instant asOf, NavigableSet<Instant> went);
  }

  /** What it did waits for a midnight at which nothing holds it (¶84). */
  private record Wait(Instant from, Instant until) {
    boolean isOnAfter(Instant at) {
      return !from.isAfter(at) && until.isAfter(at);
    }
  }

  private final Facts facts;
  private final NavigableSet<Instant> made = new TreeSet<>();
  private final NavigableSet<Instant> erased = new TreeSet<>();
  private final NavigableSet<Instant> backAgain = new TreeSet<>();
  private final List<Wait> waits = new ArrayList<>();
  private Optional<Instant> waiting = Optional.empty();
  private Instant nextLook = Instant.NEVER;

  /** From the session events of the account, in order. */
  Requests(List<Observation> life, Facts facts) {
    this.facts = facts;
    for (Observation seen : life) {
      lookBefore(seen.at());
      SessionEvent.Kind kind = seen.session().orElseThrow().kind();
      if (isRequest(kind, seen.at())) {
        request(seen.at());
      } else if (kind == SessionEvent.Kind.RESTORED) {
        endWait(seen.at());
      }
    }
    lookBefore(Instant.NEVER_AGAIN);
    endBeingGone();
  }

  /** ¶87: a deletion is one too while the tombstone stands. */
  private boolean isRequest(SessionEvent.Kind kind, Instant at) {
    return kind == SessionEvent.Kind.ERASURE_REQUESTED
        || kind == SessionEvent.Kind.DELETED && tombstone(at).isPresent();
  }

  private void request(Instant at) {
    made.add(at);
    if (waiting.isPresent()) {
      return;
    }
    if (facts.hold(at, erased)) {
      waiting = Optional.of(at);
      nextLook = midnightAfter(at.timeMs());
    } else {
      erased.add(at);
    }
  }

  /** ¶84: what it did goes at the first midnight at which nothing holds it. */
  private void lookBefore(Instant end) {
    while (waiting.isPresent() && nextLook.isBefore(end)) {
      if (!facts.hold(nextLook, erased)) {
        erased.add(nextLook);
        endWait(nextLook);
      }
      nextLook = midnightAfter(nextLook.timeMs());
    }
  }

  private void endWait(Instant at) {
    waiting.ifPresent(from -> waits.add(new Wait(from, at)));
    waiting = Optional.empty();
  }

  /** That it is gone is forgotten with its tombstone, or with what it did if that goes later. */
  private void endBeingGone() {
    NavigableSet<Instant> ends = new TreeSet<>(erased);
    made.forEach(request -> ends.add(endOfTombstone(request)));
    for (Instant end : ends) {
      boolean stands = made.stream().anyMatch(one -> isTombstoneAfter(one, end));
      if (!stands && waits.stream().noneMatch(wait -> wait.isOnAfter(end))) {
        backAgain.add(end);
      }
    }
  }

  private static boolean isTombstoneAfter(Instant request, Instant at) {
    return !request.isAfter(at) && endOfTombstone(request).isAfter(at);
  }

  /** ¶86: the first midnight after so long, whatever concerns the account meanwhile. */
  private static Instant endOfTombstone(Instant request) {
    return midnightAfter(request.timeMs() + TOMBSTONE_MS);
  }

  private static Instant midnightAfter(long timeMs) {
    return new Instant(Days.nextMidnight(timeMs), Instant.DEADLINE, "");
  }

  /** Requests, at whose ends it goes what the account received (¶83). */
  NavigableSet<Instant> made() {
    return made;
  }

  /** When what it did goes (¶84). */
  NavigableSet<Instant> erased() {
    return erased;
  }

  /** When it is forgotten that the account is gone. */
  NavigableSet<Instant> backAgain() {
    return backAgain;
  }

  /** The request whose tombstone stands at an instant (¶86). */
  Optional<Instant> tombstone(Instant at) {
    return Optional.ofNullable(made.lower(at))
        .filter(request -> !endOfTombstone(request).isBefore(at));
  }
}
