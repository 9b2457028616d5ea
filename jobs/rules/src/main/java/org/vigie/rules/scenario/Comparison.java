package org.vigie.rules.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.core.alert.Alert;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.event.Unknown;
import org.vigie.core.judge.Verdict;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Severity;
import org.vigie.rules.schema.Spans;

/** Compares what came with what was expected. */
final class Comparison {
  private final List<Alert> revisions;
  private final List<String> mismatches = new ArrayList<>();

  private Comparison(List<Alert> revisions) {
    this.revisions = revisions;
  }

  /** What came otherwise; empty if nothing did. */
  static List<String> of(Expected expected, List<Alert> revisions) {
    Comparison made = new Comparison(revisions);
    if (expected.nothingAbove().isPresent()) {
      made.nothingAbove(expected.nothingAbove().get());
    } else {
      made.exactly(expected.alerts());
    }
    return made.mismatches;
  }

  private void nothingAbove(Severity highest) {
    for (Alert alert : revisions) {
      if (alert.severity().compareTo(highest) > 0) {
        mismatches.add(
            shown(alert) + " came, by " + rules(alert) + "; nothing above " + highest + " may");
      }
    }
  }

  private void exactly(List<Expected.OneAlert> expected) {
    Map<String, Alert> last = new LinkedHashMap<>();
    Map<String, Integer> count = new HashMap<>();
    for (Alert revision : revisions) {
      last.put(revision.subject().id(), revision);
      count.merge(revision.subject().id(), 1, Integer::sum);
    }
    for (Expected.OneAlert one : expected) {
      Alert alert = last.remove(one.subject());
      if (alert == null) {
        mismatches.add("no alert about " + one.subject() + " came; expected " + one.severity());
      } else {
        compare(one, alert, count.getOrDefault(one.subject(), 0));
      }
    }
    last.values().forEach(alert -> mismatches.add(shown(alert) + " came and was not expected"));
  }

  private void compare(Expected.OneAlert expected, Alert alert, int revisionCount) {
    String about = "alert about " + expected.subject() + ": ";
    same(about + "severity", expected.severity(), alert.severity());
    same(about + "families", expected.families(), Family.ofMask(alert.families()));
    expected
        .findings()
        .ifPresent(number -> same(about + "findings", number, alert.findings().size()));
    expected.revisions().ifPresent(number -> same(about + "revisions", number, revisionCount));
    expected.guards().ifPresent(names -> same(about + "guards", names, guards(alert)));
    expected.toWarn().ifPresent(others -> same(about + "to warn", others, toWarn(alert)));
    expected.meetingMs().ifPresent(ms -> same(about + "meeting time", at(ms), meetingTime(alert)));
    expected.observed().forEach((name, value) -> observed(about, name, value, alert));
  }

  /** Guards that take weight from any finding. */
  private static Set<String> guards(Alert alert) {
    Set<String> names = new HashSet<>();
    for (Alert.ExplainedFinding finding : alert.findings()) {
      for (Verdict.GuardEffect guard : finding.finding().verdict().guards()) {
        if (guard.effect() > 0) {
          names.add(guard.name());
        }
      }
    }
    return names;
  }

  private static Set<String> toWarn(Alert alert) {
    return alert.pending().stream().map(PendingMeeting::with).collect(Collectors.toSet());
  }

  private static String meetingTime(Alert alert) {
    long timeMs = alert.timeline().meetingMs();
    return timeMs == Unknown.TIME ? "unknown" : at(timeMs);
  }

  /** From the beginning of the case, as it writes times. */
  private static String at(long timeMs) {
    return Spans.shown(timeMs - CaseEvents.BEGIN_MS);
  }

  private void observed(String about, String name, String expected, Alert alert) {
    BigDecimal bar = new BigDecimal(expected);
    List<String> seen = new ArrayList<>();
    for (Alert.ExplainedFinding finding : alert.findings()) {
      for (Verdict.Clause clause : finding.finding().verdict().clauses()) {
        if (clause.name().equals(name) && clause.observed() != Fixed.UNKNOWN) {
          BigDecimal value = new BigDecimal(Fixed.toDouble(clause.observed()));
          seen.add(value.setScale(bar.scale(), RoundingMode.HALF_UP).toPlainString());
        }
      }
    }
    if (!seen.contains(expected)) {
      mismatches.add(about + name + " was " + String.join(", ", seen) + "; expected " + expected);
    }
  }

  private void same(String what, Object expected, Object came) {
    if (!expected.equals(came)) {
      mismatches.add(what + " came as " + came + "; expected " + expected);
    }
  }

  private static String shown(Alert alert) {
    return "an alert about " + alert.subject().id() + " (" + alert.severity() + ")";
  }

  private static String rules(Alert alert) {
    return String.join(
        ", ",
        alert.findings().stream().map(finding -> finding.finding().rule()).distinct().toList());
  }
}
