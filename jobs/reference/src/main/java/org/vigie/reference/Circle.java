package org.vigie.reference;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who and what a finding is about, beside its subject.
 *
 * @param linked accounts whose acts it rests on
 * @param counterparts those on the other side, at most the newest of them
 * @param counterpartsTotal all of them
 * @param evidence event ids
 * @param meetings pending ones of which people should be warned
 */
record Circle(
    SortedSet<String> linked,
    List<ReferenceAlert.Counterpart> counterparts,
    int counterpartsTotal,
    SortedSet<String> evidence,
    List<NamedMeeting> meetings) {
  Circle {
    linked = new TreeSet<>(linked);
    counterparts = List.copyOf(counterparts);
    evidence = new TreeSet<>(evidence);
    meetings = List.copyOf(meetings);
  }

  /**
   * A meeting as a finding names it.
   *
   * @param endMs the last millisecond at which it is pending
   */
  record NamedMeeting(ReferenceAlert.PendingMeeting shown, long endMs) {}
}
