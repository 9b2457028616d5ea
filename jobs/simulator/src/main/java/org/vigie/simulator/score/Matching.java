package org.vigie.simulator.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Finding;
import org.vigie.alert.Severity;
import org.vigie.alert.Timeline;
import org.vigie.simulator.truth.TruthCase;

/** Which alert is about which planted case. */
final class Matching {
  /** From where on an alert takes a reviewer's time. */
  static final Severity WAKES_SOMEONE = Severity.MEDIUM;

  private final Map<String, List<TruthCase>> bySubject = new HashMap<>();
  private final Map<String, List<Alert>> byCase = new HashMap<>();
  private final Set<String> right = new HashSet<>();
  private final List<Alert> judged = new ArrayList<>();

  Matching(List<TruthCase> cases, Iterable<Alert> alerts) {
    for (TruthCase planted : cases) {
      for (String subject : planted.subjects()) {
        bySubject
            .computeIfAbsent(key(planted.community(), subject), key -> new ArrayList<>())
            .add(planted);
      }
    }
    for (Alert alert : alerts) {
      if (alert.getState() != AlertState.WITHDRAWN && !alert.getFindings().isEmpty()) {
        judged.add(alert);
        match(alert);
      }
    }
  }

  /** Alerts that count: not withdrawn, with findings. */
  List<Alert> alerts() {
    return judged;
  }

  /** Whether it is about anybody who has to do with a harm, be it another than it names. */
  boolean isRight(Alert alert) {
    return right.contains(alert.getAlertId());
  }

  /** Alerts of the case's family of harm about anybody of it. */
  List<Alert> of(TruthCase planted) {
    return byCase.getOrDefault(planted.id(), List.of());
  }

  static boolean wakes(Alert alert) {
    return alert.getSeverity().compareTo(WAKES_SOMEONE) >= 0;
  }

  /** Everybody and everything that an alert accuses. */
  static Set<String> subjects(Alert alert) {
    Set<String> subjects = new LinkedHashSet<>(alert.getLinkedAccounts());
    subjects.add(alert.getSubject());
    return subjects;
  }

  /** When the first of them was raised, event time. */
  static OptionalLong firstMs(Collection<Alert> alerts) {
    return alerts.stream().mapToLong(Matching::raisedMs).min();
  }

  /** Its findings are those that were held last: an earlier one of a rule gives way to a later. */
  private static long raisedMs(Alert alert) {
    Timeline timeline = alert.getTimeline();
    Long detectedMs = timeline == null ? null : timeline.getDetectedEventTime();
    return detectedMs != null
        ? detectedMs
        : alert.getFindings().stream().mapToLong(Finding::getTime).min().orElseThrow();
  }

  static String key(String community, String subject) {
    return community + "\n" + subject;
  }

  private void match(Alert alert) {
    for (String subject : subjects(alert)) {
      String key = key(alert.getCommunity(), subject);
      for (TruthCase planted : bySubject.getOrDefault(key, List.of())) {
        right.add(alert.getAlertId());
        if (planted.planted().harm() == alert.getHarm()) {
          find(planted, alert);
        }
      }
    }
  }

  private void find(TruthCase planted, Alert alert) {
    List<Alert> found = byCase.computeIfAbsent(planted.id(), id -> new ArrayList<>());
    if (!found.contains(alert)) {
      found.add(alert);
    }
  }
}
