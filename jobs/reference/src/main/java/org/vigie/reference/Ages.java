package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is believed of each account's age, as of any instant (page ¶5-8, ¶14, 0015 ¶86). */
final class Ages {
  /** Accounts of which something else is believed, by themselves and as others see them. */
  record Changed(SortedSet<String> own, SortedSet<String> seenByOthers) {
    boolean isEmpty() {
      return own.isEmpty() && seenByOthers.isEmpty();
    }
  }

  /** One of the two places that know an account, and count for themselves (¶31). */
  private abstract static class View {
    /** Per account what is believed from which instant on, unless it is forgotten. */
    final Map<String, NavigableMap<Instant, Belief>> histories = new HashMap<>();

    /** Whether what was stated at one instant is forgotten at a later one. */
    abstract boolean isForgotten(String account, Instant then, Instant now);

    /** What is believed without any statement that is remembered. */
    abstract Belief otherwise(String account, Instant now);

    NavigableMap<Instant, Belief> history(String account) {
      return histories.getOrDefault(account, new TreeMap<>());
    }

    /** What follows from the statements that are remembered, if any are. */
    private Optional<Belief> stated(
        String account, NavigableMap<Instant, Belief> upTo, Instant now) {
      return upTo.isEmpty() || isForgotten(account, upTo.lastKey(), now)
          ? Optional.empty()
          : Optional.of(upTo.lastEntry().getValue());
    }

    Belief asOf(String account, Instant now) {
      return stated(account, history(account).headMap(now, true), now)
          .orElseGet(() -> otherwise(account, now));
    }

    /** ¶14: also a statement where there was none, whatever a tombstone shows. */
    boolean isChange(String account, Instant at) {
      Optional<Belief> before = stated(account, history(account).headMap(at, false), at);
      return !stated(account, history(account).headMap(at, true), at).equals(before);
    }
  }

  private final Statements statements;
  private final View own;
  private final View seenByOthers;

  /** Of whom something is stated at an instant: nobody else's belief changes there. */
  private final Map<Instant, List<String>> stating = new HashMap<>();

  private final Map<String, List<Instant>> changesSeenByOthers = new HashMap<>();

  Ages(Statements statements, Forgetting forgetting) {
    this.statements = statements;
    this.own =
        new View() {
          @Override
          boolean isForgotten(String account, Instant then, Instant now) {
            return forgetting.isForgotten(account, then, now);
          }

          @Override
          Belief otherwise(String account, Instant now) {
            return statements.unsourced();
          }
        };
    this.seenByOthers =
        new View() {
          @Override
          boolean isForgotten(String account, Instant then, Instant now) {
            return forgetting.isForgottenByOthers(account, then, now);
          }

          /** 0015 ¶86: the bands that others were shown at the end of the request's instant. */
          @Override
          Belief otherwise(String account, Instant now) {
            return forgetting
                .tombstone(account, now)
                .map(request -> asOf(account, request))
                .orElse(statements.unsourced());
          }
        };
    for (String account : statements.accounts()) {
      own.histories.put(account, history(account, own));
      seenByOthers.histories.put(account, history(account, seenByOthers));
      for (Statements.Statement statement : statements.of(account)) {
        stating.computeIfAbsent(statement.at(), on -> new ArrayList<>()).add(account);
      }
    }
  }

  /** What is believed after each statement. */
  private NavigableMap<Instant, Belief> history(String account, View view) {
    List<Statements.Statement> all = statements.of(account);
    NavigableMap<Instant, Belief> history = new TreeMap<>();
    for (Statements.Statement statement : all) {
      Instant now = statement.at();
      List<Statements.Statement> remembered =
          all.stream()
              .filter(earlier -> !earlier.at().isAfter(now))
              .filter(earlier -> !view.isForgotten(account, earlier.at(), now))
              .toList();
      history.put(now, statements.believed(remembered));
    }
    return history;
  }

  /** What is believed of an account of which nothing was stated. */
  Belief unsourced() {
    return statements.unsourced();
  }

  /** What is believed of an acting account at {@code asOf}, everything of that instant included. */
  Belief own(String account, Instant asOf) {
    return own.asOf(account, asOf);
  }

  /** The same of an account as those see it who have to do with it. */
  Belief seenByOthers(String account, Instant asOf) {
    return seenByOthers.asOf(account, asOf);
  }

  /** Accounts of which an instant makes something else believed. */
  Changed changedAt(Instant instant) {
    return new Changed(changedAt(own, instant), changedAt(seenByOthers, instant));
  }

  private SortedSet<String> changedAt(View view, Instant instant) {
    SortedSet<String> changed = new TreeSet<>();
    for (String account : stating.getOrDefault(instant, List.of())) {
      if (view.isChange(account, instant)) {
        changed.add(account);
      }
    }
    return changed;
  }

  /** When something else is believed of an account as others see it, in order. */
  List<Instant> changesSeenByOthers(String account) {
    return changesSeenByOthers.computeIfAbsent(
        account,
        one ->
            seenByOthers.history(one).keySet().stream()
                .filter(at -> seenByOthers.isChange(one, at))
                .toList());
  }
}
