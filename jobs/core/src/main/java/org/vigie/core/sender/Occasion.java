package org.vigie.core.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.Evidence;
import org.vigie.core.event.ListMatch;
import org.vigie.core.route.PairChange;

/** What one instant brought an account: the reason to judge, and what about. */
final class Occasion {
  private final Set<Long> coded = new TreeSet<>();
  private final Set<Long> beliefs = new TreeSet<>();
  private final List<ListMatch> matches = new ArrayList<>();
  private boolean opened;
  private boolean ownBelief;
  private @Nullable Evidence posting;
  private @Nullable PairChange report;
  private long recordedMs = Long.MIN_VALUE;

  void opens() {
    opened = true;
  }

  void sendsCodes(long tag) {
    coded.add(tag);
  }

  void changesOwnBelief() {
    ownBelief = true;
  }

  void changesBelief(long tag) {
    beliefs.add(tag);
  }

  void posts(List<ListMatch> posted, Evidence evidence) {
    matches.addAll(posted);
    posting = evidence;
  }

  void isRecordedAt(long eventRecordedMs) {
    recordedMs = Math.max(recordedMs, eventRecordedMs);
  }

  /** A report about the account; that of the reporter goes before that for somebody else. */
  void isReported(PairChange change) {
    if (report == null || report.observation().forAnother()) {
      report = change;
    }
  }

  @Nullable PairChange report() {
    return report;
  }

  boolean hasOpened() {
    return opened;
  }

  boolean hasOwnBelief() {
    return ownBelief;
  }

  Set<Long> beliefs() {
    return beliefs;
  }

  Set<Long> coded() {
    return coded;
  }

  List<ListMatch> matches() {
    return matches;
  }

  @Nullable Evidence posting() {
    return posting;
  }

  long recordedMs() {
    return recordedMs;
  }

  boolean isEmpty() {
    return !opened && !ownBelief && coded.isEmpty() && beliefs.isEmpty() && matches.isEmpty();
  }

  void clear() {
    coded.clear();
    beliefs.clear();
    matches.clear();
    opened = false;
    ownBelief = false;
    posting = null;
    report = null;
    recordedMs = Long.MIN_VALUE;
  }
}
