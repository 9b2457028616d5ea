package org.vigie.reference;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Unknown;

/** What messages make of the meetings of a pair (page ¶18). */
final class Meetings {
  private static final long BEFORE_EVENT_MS = Days.DAY_MS;
  private static final long AFTER_EVENT_MS = 30 * Days.DAY_MS;

  private final Log log;

  Meetings(Log log) {
    this.log = log;
  }

  /** The meeting that a message is about and leaves open, as of the message's own instant. */
  Optional<KnownMeeting> leftOpenBy(Observation seen) {
    return proposesOrAccepts(seen)
        ? Optional.ofNullable(
            open(seen.actor(), seen.target(), seen.at())
                .get(seen.message().orElseThrow().meeting().id()))
        : Optional.empty();
  }

  /** Accounts that proposed a meeting at a place in the window (¶22). */
  SortedSet<String> proposersAt(String place, long windowMs, Instant asOf) {
    SortedSet<String> proposers = new TreeSet<>();
    for (Observation seen : log.all()) {
      if (proposesOrAccepts(seen) && seen.at().isWithin(windowMs, asOf)) {
        Meeting meeting = seen.message().orElseThrow().meeting();
        if (meeting.status() == Meeting.Status.PROPOSED && meeting.place().equals(place)) {
          proposers.add(seen.actor());
        }
      }
    }
    return proposers;
  }

  /** The place that messages about the pair's meetings named last (¶22), if any did. */
  Optional<String> lastPlace(PairLife pair) {
    Optional<String> last = Optional.empty();
    for (Observation act : pair.acts()) {
      if (isAboutMeeting(act)) {
        String place = act.message().orElseThrow().meeting().place();
        last = Unknown.isKnown(place) ? Optional.of(place) : last;
      }
    }
    return last;
  }

  /**
   * The meetings of two accounts that no one closed, by id; some may have ended. They outlive the
   * pair (¶10).
   */
  SortedMap<String, KnownMeeting> open(String one, String other, Instant asOf) {
    return open(one, other, asOf, act -> true);
  }

  /**
   * The same for one of the two.
   *
   * @param isRemembered which messages about meetings it remembers
   */
  SortedMap<String, KnownMeeting> open(
      String one, String other, Instant asOf, Predicate<Observation> isRemembered) {
    SortedMap<String, KnownMeeting> open = new TreeMap<>();
    for (Observation act : log.actsBetween(Log.Two.of(one, other))) {
      if (!act.at().isAfter(asOf) && isAboutMeeting(act) && isRemembered.test(act)) {
        apply(act, open);
      }
    }
    return open;
  }

  static boolean isAboutMeeting(Observation act) {
    return act.message().map(message -> message.meeting().isPresent()).orElse(false);
  }

  static boolean proposesOrAccepts(Observation seen) {
    if (!Acts.isAct(seen) || !isAboutMeeting(seen)) {
      return false;
    }
    Meeting.Status status = seen.message().orElseThrow().meeting().status();
    return status == Meeting.Status.PROPOSED || status == Meeting.Status.ACCEPTED;
  }

  private static void apply(Observation act, Map<String, KnownMeeting> open) {
    String id = act.message().orElseThrow().meeting().id();
    if (!proposesOrAccepts(act)) {
      open.remove(id);
      return;
    }
    // One that has ended is over: what comes now opens another one.
    Optional<KnownMeeting> before =
        Optional.ofNullable(open.get(id)).filter(known -> known.isPending(act.at().timeMs()));
    open.put(id, changedBy(act, before));
  }

  private static KnownMeeting changedBy(Observation act, Optional<KnownMeeting> before) {
    Message message = act.message().orElseThrow();
    Meeting said = message.meeting();
    String opener = said.status() == Meeting.Status.PROPOSED ? message.actor() : act.target();
    String proposer = before.map(KnownMeeting::proposer).orElse(opener);
    String place =
        Unknown.isKnown(said.place())
            ? said.place()
            : before.map(KnownMeeting::place).orElse(Unknown.ID);
    long timeMs =
        counts(said.timeMs(), act.at().timeMs())
            ? said.timeMs()
            : before.map(KnownMeeting::timeMs).orElse(Unknown.TIME);
    String invited = proposer.equals(message.actor()) ? act.target() : message.actor();
    return new KnownMeeting(said.id(), proposer, invited, place, timeMs, act);
  }

  /** Whether a time that a message says counts (¶18). */
  static boolean counts(long meetingMs, long eventMs) {
    return meetingMs != Unknown.TIME
        && meetingMs >= eventMs - BEFORE_EVENT_MS
        && meetingMs <= eventMs + AFTER_EVENT_MS;
  }
}
