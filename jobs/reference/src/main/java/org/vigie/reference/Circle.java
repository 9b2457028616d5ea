package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who and what a finding is about, beside its subject; of each list so much as is shown (page ¶32).
 *
 * @param linked accounts whose acts it rests on
 * @param counterparts those on the other side
 * @param counterpartsTotal how many there are
 * @param evidence instants of the events that it rests on, oldest first
 * @param meetings pending ones of which people should be warned, soonest end first
 */
record Circle(
    SortedSet<String> linked,
    List<ReferenceAlert.Counterpart> counterparts,
    int counterpartsTotal,
    List<Instant> evidence,
    List<NamedMeeting> meetings) {
  private static final int LISTED_MAX = 16;

  Circle {
    linked = new TreeSet<>(linked);
    counterparts = List.copyOf(counterparts);
    evidence = List.copyOf(evidence);
    meetings = List.copyOf(meetings);
  }

  /**
   * A meeting as a finding names it.
   *
   * @param account who of the accounts takes part, at a place the proposer
   * @param with the one to warn
   * @param timeMs {@code Unknown.TIME} if unknown
   * @param endMs the last millisecond at which it is pending
   */
  record NamedMeeting(String account, String with, String place, long timeMs, long endMs) {
    private static final Comparator<NamedMeeting> SOONEST_FIRST =
        Comparator.comparingLong(NamedMeeting::endMs)
            .thenComparing(NamedMeeting::account)
            .thenComparing(NamedMeeting::with)
            .thenComparing(NamedMeeting::place)
            .thenComparingLong(NamedMeeting::timeMs);

    ReferenceAlert.PendingMeeting shown() {
      return new ReferenceAlert.PendingMeeting(timeMs, with);
    }
  }

  /** As many of the first as are listed. */
  static <T> List<T> first(Collection<T> all) {
    return all.stream().limit(LISTED_MAX).toList();
  }

  /** As many of the last as are listed. */
  static <T> List<T> last(Collection<T> all) {
    return Newest.last(new ArrayList<>(all), LISTED_MAX);
  }

  /** The soonest of several meetings. */
  static List<NamedMeeting> soonest(Collection<NamedMeeting> meetings) {
    List<NamedMeeting> sorted = new ArrayList<>(meetings);
    sorted.sort(NamedMeeting.SOONEST_FIRST);
    return first(sorted);
  }
}
