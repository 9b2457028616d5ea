package org.vigie.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What pairs tell their accounts, instant for instant (page 0011 ¶41-44). */
final class Telling {
  private final Log log;
  private final SignedEvents events;
  private final Runs runs;

  /** Per account, instant and other. */
  private final Map<String, NavigableMap<Instant, SortedMap<String, PairNews>>> told =
      new HashMap<>();

  Telling(Log log, SignedEvents events, Runs runs) {
    this.log = log;
    this.events = events;
    this.runs = runs;
  }

  /** Each instant at which an account is told of its pairs, and of whom. */
  NavigableMap<Instant, SortedMap<String, PairNews>> toldTo(String account) {
    return told.computeIfAbsent(account, this::toldOf);
  }

  /** Of whom an account is told at an instant. */
  SortedMap<String, PairNews> toldTo(String account, Instant at) {
    return toldTo(account).getOrDefault(at, new TreeMap<>());
  }

  private NavigableMap<Instant, SortedMap<String, PairNews>> toldOf(String account) {
    NavigableMap<Instant, SortedMap<String, PairNews>> all = new TreeMap<>();
    for (String other : log.partnersOf(account)) {
      for (SignedEvent event : events.between(account, other)) {
        // ¶41: who reacts keeps nothing of it.
        if (!event.isReaction() || event.from().equals(other)) {
          add(all, event.at(), other, news -> news.with(event));
        }
      }
      for (Observation act : log.actsBetween(Log.Two.of(account, other))) {
        if (Meetings.isAboutMeeting(act)) {
          add(all, act.at(), other, news -> news.with(act));
        }
      }
      runs.told(account, other).forEach((at, run) -> add(all, at, other, one -> one.withRun(run)));
    }
    return all;
  }

  private static void add(
      Map<Instant, SortedMap<String, PairNews>> all,
      Instant at,
      String other,
      UnaryOperator<PairNews> more) {
    all.computeIfAbsent(at, absent -> new TreeMap<>())
        .merge(other, more.apply(PairNews.NONE), (before, first) -> more.apply(before));
  }
}
