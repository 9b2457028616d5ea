package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.vigie.alert.Alert;
import org.vigie.alert.Severity;

/** Of each alert the highest revision, which is its state (CONTRACT §6). */
public final class LastRevisions {
  private final TreeMap<String, Alert> byId = new TreeMap<>();

  /** Takes a revision in; the same one twice changes nothing. */
  public void add(Alert revision) {
    byId.merge(
        revision.getAlertId(), revision, (a, b) -> b.getRevision() >= a.getRevision() ? b : a);
  }

  /** By id. */
  public List<Alert> sorted() {
    return new ArrayList<>(byId.values());
  }

  /** The worst first, then by id. */
  public List<Alert> worstFirst() {
    List<Alert> alerts = sorted();
    alerts.sort((one, other) -> other.getSeverity().compareTo(one.getSeverity()));
    return alerts;
  }

  /** How many have a severity. */
  public long count(Severity severity) {
    return byId.values().stream().filter(alert -> alert.getSeverity() == severity).count();
  }
}
