package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which pending meetings accounts keep, of which one can be warned (page ¶18, ¶22). */
final class KeptMeetings {
  private static final int KEPT_MAX = 8;

  /** A meeting of an account, by whom it is with and its id. */
  private record Name(String with, String id) implements Comparable<Name> {
    private static final Comparator<Name> ORDER =
        Comparator.comparing(Name::with).thenComparing(Name::id);

    @Override
    public int compareTo(Name other) {
      return ORDER.compare(this, other);
    }
  }

  private static final Comparator<Map.Entry<Name, KnownMeeting>> SOONEST_FIRST =
      Comparator.comparingLong(
              (Map.Entry<Name, KnownMeeting> meeting) -> meeting.getValue().endMs())
          .thenComparing(Map.Entry.comparingByKey());

  private final Log log;
  private final Meetings meetings;

  KeptMeetings(Log log, Meetings meetings) {
    this.log = log;
    this.meetings = meetings;
  }

  /** The pending meetings that an account keeps at {@code asOf}. */
  List<KnownMeeting> of(String account, Instant asOf) {
    SortedMap<Name, KnownMeeting> pending = pendingOf(account, asOf);
    if (namesEver(account).size() > KEPT_MAX) {
      pending.keySet().retainAll(keptBy(account, asOf));
    }
    return List.copyOf(pending.values());
  }

  /** The pending meetings at a place that their proposers keep at {@code asOf} (¶22). */
  List<KnownMeeting> at(String place, Instant asOf) {
    SortedSet<Log.Two> couples = new TreeSet<>();
    for (Observation seen : log.all()) {
      if (Meetings.proposesOrAccepts(seen) && !seen.at().isAfter(asOf)) {
        couples.add(Log.Two.of(seen.actor(), seen.target()));
      }
    }
    List<KnownMeeting> there = new ArrayList<>();
    for (Log.Two two : couples) {
      for (KnownMeeting meeting : meetings.open(two.lesser(), two.greater(), asOf).values()) {
        if (meeting.place().equals(place) && of(meeting.proposer(), asOf).contains(meeting)) {
          there.add(meeting);
        }
      }
    }
    return there;
  }

  private SortedMap<Name, KnownMeeting> pendingOf(String account, Instant asOf) {
    SortedMap<Name, KnownMeeting> pending = new TreeMap<>();
    for (String other : log.partnersOf(account)) {
      for (KnownMeeting meeting : meetings.open(account, other, asOf).values()) {
        if (meeting.isPending(asOf.timeMs())) {
          pending.put(new Name(other, meeting.id()), meeting);
        }
      }
    }
    return pending;
  }

  private SortedSet<Name> namesEver(String account) {
    SortedSet<Name> names = new TreeSet<>();
    for (String other : log.partnersOf(account)) {
      for (Observation act : log.actsBetween(Log.Two.of(account, other))) {
        if (Meetings.proposesOrAccepts(act)) {
          names.add(new Name(other, act.message().orElseThrow().meeting().id()));
        }
      }
    }
    return names;
  }

  /** ¶18: with more than 8, the one that ends last is dropped, and not taken up again unasked. */
  private SortedSet<Name> keptBy(String account, Instant asOf) {
    SortedSet<Name> kept = new TreeSet<>();
    log.instants()
        .forEach(
            (instant, brings) -> {
              if (!instant.isAfter(asOf)) {
                keepAt(account, instant, brings, kept);
              }
            });
    return kept;
  }

  private void keepAt(
      String account, Instant instant, List<Observation> brings, SortedSet<Name> kept) {
    SortedSet<Name> asked = new TreeSet<>();
    for (Observation seen : brings) {
      boolean concerns = seen.actor().equals(account) || seen.target().equals(account);
      if (concerns && Meetings.proposesOrAccepts(seen)) {
        String with = seen.actor().equals(account) ? seen.target() : seen.actor();
        asked.add(new Name(with, seen.message().orElseThrow().meeting().id()));
      }
    }
    if (asked.isEmpty()) {
      return;
    }
    kept.addAll(asked);
    List<Map.Entry<Name, KnownMeeting>> soonestFirst =
        pendingOf(account, instant).entrySet().stream()
            .filter(meeting -> kept.contains(meeting.getKey()))
            .sorted(SOONEST_FIRST)
            .toList();
    kept.clear();
    for (Map.Entry<Name, KnownMeeting> meeting : soonestFirst) {
      if (kept.size() < KEPT_MAX) {
        kept.add(meeting.getKey());
      }
    }
  }
}
