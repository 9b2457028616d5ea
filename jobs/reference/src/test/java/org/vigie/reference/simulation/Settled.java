package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.core.alert.Alert;

/** What arrived of settled alerts: anything may come twice, but never as something else. */
final class Settled {
  private final SortedMap<String, byte[]> byRevision = new TreeMap<>();
  private final List<String> conflicts = new ArrayList<>();

  void add(byte[] bytes) {
    Alert alert = Alert.fromBytes(bytes);
    String revision = "%s %06d".formatted(alert.alertId(), alert.revision());
    byte[] before = byRevision.putIfAbsent(revision, bytes);
    if (before != null && !Arrays.equals(before, bytes)) {
      conflicts.add(
          "%s came as\n  %s\nand as\n  %s".formatted(revision, Alert.fromBytes(before), alert));
    }
  }

  /** Revisions that came with two contents. */
  List<String> conflicts() {
    return conflicts;
  }

  /** Every revision of an instant at or before a time. */
  List<Alert> alerts(long throughMs) {
    List<Alert> alerts = new ArrayList<>();
    for (byte[] bytes : byRevision.values()) {
      Alert alert = Alert.fromBytes(bytes);
      if (alert.timeMs() <= throughMs) {
        alerts.add(alert);
      }
    }
    return alerts;
  }
}
