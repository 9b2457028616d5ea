package org.vigie.core.cases;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.alert.Finding;

/** Whether the present instant changed an alert, so that a revision is due. */
final class CaseOccasion {
  private final List<Finding> found = new ArrayList<>();
  private boolean changed;

  void finds(Finding finding) {
    found.add(finding);
  }

  List<Finding> found() {
    return found;
  }

  void changes() {
    changed = true;
  }

  boolean hasChanged() {
    return changed;
  }

  void clear() {
    found.clear();
    changed = false;
  }
}
