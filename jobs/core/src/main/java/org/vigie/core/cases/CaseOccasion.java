package org.vigie.core.cases;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.alert.Cooling;
import org.vigie.core.alert.Finding;
import org.vigie.core.alert.PendingMeeting;

/**
 * Whether the present instant changed an alert, so that a revision is due, and whether more events
 * can undo that.
 */
final class CaseOccasion {
  private final List<Finding> found = new ArrayList<>();
  private final List<Cooling> cooling = new ArrayList<>();
  private final List<PendingMeeting> told = new ArrayList<>();
  private boolean changed;
  private boolean certain;

  void finds(Finding finding) {
    found.add(finding);
  }

  List<Finding> found() {
    return found;
  }

  void cools(Cooling more) {
    cooling.add(more);
  }

  List<Cooling> cooling() {
    return cooling;
  }

  /** A meeting to come, of an account that findings may be about. */
  void isToldOf(PendingMeeting meeting) {
    told.add(meeting);
  }

  List<PendingMeeting> told() {
    return told;
  }

  boolean findsNothing() {
    return found.isEmpty() && cooling.isEmpty();
  }

  /** Something changed that may turn out not to have. */
  void changes() {
    changed = true;
  }

  /** Something changed for good. */
  void changesForGood() {
    changed = true;
    certain = true;
  }

  boolean hasChanged() {
    return changed;
  }

  /** Whether it changed whatever else may come. */
  boolean isCertain() {
    return certain;
  }

  void clear() {
    found.clear();
    cooling.clear();
    told.clear();
    changed = false;
    certain = false;
  }
}
