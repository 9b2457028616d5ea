package org.vigie.core.cases;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.alert.Cooling;
import org.vigie.core.alert.Finding;

/** Whether the present instant changed an alert, so that a revision is due. */
final class CaseOccasion {
  private final List<Finding> found = new ArrayList<>();
  private final List<Cooling> cooling = new ArrayList<>();
  private boolean changed;

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

  boolean findsNothing() {
    return found.isEmpty() && cooling.isEmpty();
  }

  void changes() {
    changed = true;
  }

  boolean hasChanged() {
    return changed;
  }

  void clear() {
    found.clear();
    cooling.clear();
    changed = false;
  }
}
