package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.core.event.Unknown;

/**
 * Who and what a finding is about, beside its subject; of each list so much as is shown (page ¶32).
 *
 * @param linked accounts whose acts it rests on
 * @param counterparts those on the other side
 * @param counterpartsTotal how many there are
 * @param evidence instants of the events that it rests on, oldest first
 * @param meetings pending ones of which people should be warned, the most urgent first
 */
record Circle(
    SortedSet<String> linked,
    List<ReferenceAlert.Counterpart> counterparts,
    int counterpartsTotal,
    List<Instant> evidence,
    List<NamedMeeting> meetings) {
  static final int LISTED_MAX = 16;

  Circle {
    linked = new TreeSet<>(linked);
    counterparts = List.copyOf(counterparts);
    evidence = List.copyOf(evidence);
    meetings = List.copyOf(meetings);
  }

  /**
   * A meeting as a finding names it.
   *
   * @param id the platform's, may be empty
   * @param account who of the accounts takes part, at a place the proposer
   * @param with the one to warn
   * @param isReporter whether that is one who reported
   * @param timeMs {@code Unknown.TIME} if unknown
   * @param endMs the last millisecond at which it is pending
   */
  record NamedMeeting(
      String id,
      String account,
      String with,
      boolean isReporter,
      String place,
      long timeMs,
      long endMs) {
    /** ¶29: who did not report before who did, what is ahead before what has begun, the soonest. */
    private static Comparator<NamedMeeting> mostUrgentFirst(long nowMs) {
      return Comparator.<NamedMeeting>comparingInt(one -> one.isReporter() ? 1 : 0)
          .thenComparingInt(one -> one.timeMs() == Unknown.TIME || one.timeMs() >= nowMs ? 0 : 1)
          .thenComparingLong(NamedMeeting::endMs)
          .thenComparing(NamedMeeting::account)
          .thenComparing(NamedMeeting::with)
          .thenComparing(NamedMeeting::place)
          .thenComparingLong(NamedMeeting::timeMs)
          .thenComparing(NamedMeeting::id);
    }

    /** What an account's meeting is called in a finding. */
    static NamedMeeting of(KnownMeeting meeting, String account, boolean isReporter) {
      return new NamedMeeting(
          meeting.id(),
          account,
          meeting.with(account),
          isReporter,
          meeting.place(),
          meeting.timeMs(),
          meeting.endMs());
    }

    NamedMeeting by(boolean reporter) {
      return new NamedMeeting(id, account, with, reporter, place, timeMs, endMs);
    }

    ReferenceAlert.PendingMeeting shown() {
      return new ReferenceAlert.PendingMeeting(id, account, with, isReporter, place, timeMs, endMs);
    }
  }

  /** The same with meetings of which people should be warned. */
  Circle naming(List<NamedMeeting> pending) {
    return new Circle(linked, counterparts, counterpartsTotal, evidence, pending);
  }

  /** As many of the first as are listed. */
  static <T> List<T> first(Collection<T> all) {
    return all.stream().limit(LISTED_MAX).toList();
  }

  /** As many of the last as are listed. */
  static <T> List<T> last(Collection<T> all) {
    return Newest.last(new ArrayList<>(all), LISTED_MAX);
  }

  /** Meetings that are named, with some more; of too many those that have ended go first. */
  static List<NamedMeeting> withMore(
      Collection<NamedMeeting> named, Collection<NamedMeeting> more, long nowMs) {
    List<NamedMeeting> all = new ArrayList<>(named);
    all.addAll(more);
    all.sort(
        Comparator.comparing((NamedMeeting meeting) -> meeting.endMs() < nowMs)
            .thenComparing(NamedMeeting.mostUrgentFirst(nowMs)));
    return first(all);
  }

  /** The most urgent of several meetings (¶29, ¶32). */
  static List<NamedMeeting> mostUrgent(Collection<NamedMeeting> meetings, long nowMs) {
    List<NamedMeeting> sorted = new ArrayList<>(meetings);
    sorted.sort(NamedMeeting.mostUrgentFirst(nowMs));
    return first(sorted);
  }
}
