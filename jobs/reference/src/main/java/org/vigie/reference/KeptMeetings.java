package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.Unknown;

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
    History history = history(account, asOf);
    SortedMap<Name, KnownMeeting> pending = pendingOf(account, asOf, history);
    pending.keySet().retainAll(history.kept(pending.keySet()));
    return List.copyOf(pending.values());
  }

  /** The pending meetings at a place that their proposers keep at {@code asOf} (¶22). */
  List<KnownMeeting> at(String place, Instant asOf) {
    SortedSet<String> accounts = new TreeSet<>();
    for (Observation seen : log.all()) {
      if (Meetings.proposesOrAccepts(seen) && !seen.at().isAfter(asOf)) {
        accounts.add(seen.actor());
        accounts.add(seen.target());
      }
    }
    List<KnownMeeting> there = new ArrayList<>();
    for (String account : accounts) {
      for (KnownMeeting meeting : of(account, asOf)) {
        if (meeting.place().equals(place) && meeting.proposer().equals(account)) {
          there.add(meeting);
        }
      }
    }
    return there;
  }

  /** The place of a meeting that a message leaves open, as one who takes part knows it. */
  String place(KnownMeeting meeting, String account, Instant asOf) {
    KnownMeeting known =
        pendingOf(account, asOf, history(account, asOf))
            .get(new Name(meeting.with(account), meeting.id()));
    return known == null ? Unknown.ID : known.place();
  }

  private SortedMap<Name, KnownMeeting> pendingOf(String account, Instant asOf, History history) {
    SortedMap<Name, KnownMeeting> pending = new TreeMap<>();
    for (String other : log.partnersOf(account)) {
      meetings
          .open(account, other, asOf, act -> history.isRemembered(nameOf(account, act), act.at()))
          .forEach(
              (id, meeting) -> {
                if (meeting.isPending(asOf.timeMs())) {
                  pending.put(new Name(other, id), meeting);
                }
              });
    }
    return pending;
  }

  private static Name nameOf(String account, Observation act) {
    String with = act.actor().equals(account) ? act.target() : act.actor();
    return new Name(with, act.message().orElseThrow().meeting().id());
  }

  private SortedSet<Name> namesEver(String account) {
    SortedSet<Name> names = new TreeSet<>();
    for (String other : log.partnersOf(account)) {
      for (Observation act : log.actsBetween(Log.Two.of(account, other))) {
        if (Meetings.proposesOrAccepts(act)) {
          names.add(nameOf(account, act));
        }
      }
    }
    return names;
  }

  /** ¶18: which meetings had to go, and since when those are known that came again. */
  private final class History {
    private final String account;
    private final SortedSet<Name> dropped = new TreeSet<>();
    private final SortedMap<Name, Instant> cameAgain = new TreeMap<>();

    History(String account) {
      this.account = account;
    }

    SortedSet<Name> kept(Set<Name> names) {
      SortedSet<Name> kept = new TreeSet<>(names);
      kept.removeAll(dropped);
      return kept;
    }

    /** Nothing is left of one that was dropped. */
    boolean isRemembered(Name name, Instant said) {
      return !said.isBefore(cameAgain.getOrDefault(name, Instant.NEVER));
    }

    /** With more than 8, the one that ends last is dropped, and not taken up again unasked. */
    void keepAt(Instant instant, List<Observation> brings) {
      SortedSet<Name> asked = new TreeSet<>();
      for (Observation seen : brings) {
        boolean concerns = seen.actor().equals(account) || seen.target().equals(account);
        if (concerns && Meetings.proposesOrAccepts(seen)) {
          asked.add(nameOf(account, seen));
        }
      }
      for (Name name : asked) {
        if (dropped.remove(name)) {
          cameAgain.put(name, instant);
        }
      }
      List<Map.Entry<Name, KnownMeeting>> soonestFirst =
          new ArrayList<>(pendingOf(account, instant, this).entrySet());
      soonestFirst.removeIf(meeting -> dropped.contains(meeting.getKey()));
      soonestFirst.sort(SOONEST_FIRST);
      soonestFirst.stream().skip(KEPT_MAX).forEach(meeting -> dropped.add(meeting.getKey()));
    }
  }

  private History history(String account, Instant asOf) {
    History history = new History(account);
    if (namesEver(account).size() > KEPT_MAX) {
      log.instants()
          .forEach(
              (instant, brings) -> {
                if (!instant.isAfter(asOf) && isAsked(account, brings)) {
                  history.keepAt(instant, brings);
                }
              });
    }
    return history;
  }

  private static boolean isAsked(String account, List<Observation> brings) {
    return brings.stream()
        .filter(Meetings::proposesOrAccepts)
        .anyMatch(seen -> seen.actor().equals(account) || seen.target().equals(account));
  }
}
