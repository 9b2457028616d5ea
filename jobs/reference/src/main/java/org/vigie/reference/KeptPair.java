package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an account keeps of one of its pairs (page 0011 ¶41-45).
 *
 * @param events signed events of either, oldest first
 * @param meetings those with a time
 * @param run messages that nobody answered, as told last; 0 without
 * @param runSince when that was reached
 * @param told the latest told event
 * @param ageAsOf the latest told event that brought what is believed of the other's age
 * @param life of the pair, as of the latest told event
 */
record KeptPair(
    List<SignedEvent> events,
    List<TimedMeeting> meetings,
    int run,
    Instant runSince,
    Instant told,
    Optional<Instant> ageAsOf,
    PairLife life) {
  private static final int NEWEST = 4;
  private static final long KEPT_MS = 60 * Days.DAY_MS;

  KeptPair {
    events = List.copyOf(events);
    meetings = List.copyOf(meetings);
  }

  /** Of a pair that the account did not keep. */
  static KeptPair of(PairLife life) {
    return new KeptPair(
        List.of(), List.of(), 0, Instant.NEVER, Instant.NEVER, Optional.empty(), life);
  }

  /** ¶41: whether there is anything for which the pair is kept. */
  boolean isKept() {
    return !events.isEmpty() || run > 0 || !meetings.isEmpty();
  }

  /** The same at a later time: some of it is too old by then. */
  KeptPair at(Instant now) {
    return new KeptPair(
        events.stream().filter(event -> event.at().isWithin(KEPT_MS, now)).toList(),
        meetings.stream().filter(meeting -> meeting.said().isWithin(KEPT_MS, now)).toList(),
        runSince.isWithin(KEPT_MS, now) ? run : 0,
        runSince,
        told,
        ageAsOf,
        life);
  }

  /** The same after what an instant tells the account. */
  KeptPair after(PairNews news, String account, Instant at, PairLife asOfNow) {
    List<TimedMeeting> timed = meetings;
    for (Observation message : news.aboutMeetings()) {
      timed = TimedMeeting.after(timed, message);
    }
    return new KeptPair(
        newest(with(news.events())),
        timed,
        news.run().orElse(run),
        news.run().isPresent() ? at : runSince,
        at,
        news.tellsAge(account) ? Optional.of(at) : ageAsOf,
        asOfNow);
  }

  /** All events, with some more. */
  List<SignedEvent> with(Collection<SignedEvent> more) {
    List<SignedEvent> all = new ArrayList<>(events);
    all.addAll(more);
    return all;
  }

  /** The same with its events up to an instant alone. */
  KeptPair upTo(Instant end) {
    return new KeptPair(
        events.stream().filter(event -> !event.at().isAfter(end)).toList(),
        meetings,
        run,
        runSince,
        told,
        ageAsOf,
        life);
  }

  private record SignFrom(String from, Enum<?> sign) {}

  /** ¶41: those that are among the newest of a sender and sign. */
  private static List<SignedEvent> newest(List<SignedEvent> events) {
    List<SignedEvent> oldestFirst = new ArrayList<>(events);
    oldestFirst.sort(Comparator.comparing(SignedEvent::at).thenComparing(SignedEvent::from));
    Map<SignFrom, List<SignedEvent>> bySign = new HashMap<>();
    for (SignedEvent event : oldestFirst) {
      for (Enum<?> sign : event.signs()) {
        bySign
            .computeIfAbsent(new SignFrom(event.from(), sign), one -> new ArrayList<>())
            .add(event);
      }
    }
    Set<SignedEvent> kept = new LinkedHashSet<>();
    bySign.values().forEach(ofOneSign -> kept.addAll(Newest.last(ofOneSign, NEWEST)));
    return oldestFirst.stream().filter(kept::contains).toList();
  }
}
