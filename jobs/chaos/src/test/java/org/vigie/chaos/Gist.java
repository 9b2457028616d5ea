package org.vigie.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.alert.Alert;
import org.vigie.chaos.oracle.Verdict.Delivered;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.rule.Family;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.decode.RecordedEventReader;
import org.vigie.reference.ReferenceAlert;
import org.vigie.reference.ReferenceDetector;
import org.vigie.rules.bundle.ShippedRules;

/**
 * What a reviewer goes by in a settled revision, as one line: of what came over the wire, and of
 * what the reference detector says. So the whole way is held to the oracle that shares no code with
 * it; that every further field is the engine's is held byte for byte beside it.
 */
final class Gist {
  private Gist() {}

  /** Of revisions as they were delivered, copies once. */
  static SortedSet<String> ofWire(List<Delivered> delivered) {
    SortedSet<String> lines = new TreeSet<>();
    delivered.forEach(one -> lines.add(of(one.alert())));
    return lines;
  }

  /** Of what the reference detector settles up to an instant. */
  static SortedSet<String> ofReference(List<LogRecord> log, long settledMs) {
    RecordedEventReader reader = new RecordedEventReader();
    List<RecordedEvent> events = new ArrayList<>();
    log.forEach(record -> reader.read(record).ifPresent(events::add));
    SortedSet<String> lines = new TreeSet<>();
    new ReferenceDetector(ShippedRules.ruleSet())
        .settle(events, settledMs)
        .forEach(alert -> lines.add(of(alert)));
    return lines;
  }

  private static String of(Alert alert) {
    List<String> findings = new ArrayList<>();
    alert
        .getFindings()
        .forEach(one -> findings.add(finding(one.getRule(), one.getTime(), one.getSuperseded())));
    List<String> families = alert.getFamilies().stream().map(Enum::name).toList();
    return line(
        List.of(alert.getAlertId(), alert.getRevision(), alert.getEpisode()),
        List.of(alert.getHarm(), alert.getSeverity(), alert.getState(), alert.getSubject()),
        List.of(alert.getImminent(), alert.getCounterpartsTotal()),
        List.of(alert.getLinkedAccounts(), families, findings));
  }

  private static String of(ReferenceAlert alert) {
    List<String> findings = new ArrayList<>();
    alert
        .findings()
        .forEach(one -> findings.add(finding(one.rule(), one.timeMs(), one.superseded())));
    List<String> families = alert.families().stream().map(Family::name).toList();
    return line(
        List.of(alert.alertId(), alert.revision(), alert.episode()),
        List.of(alert.harm(), alert.severity(), alert.state(), alert.subject()),
        List.of(alert.imminent(), alert.counterpartsTotal()),
        List.of(alert.linkedAccounts(), families, findings));
  }

  private static String finding(String rule, long timeMs, boolean superseded) {
    return rule + "@" + timeMs + (superseded ? " superseded" : "");
  }

  private static String line(
      List<?> identity, List<?> state, List<?> extent, List<? extends Collection<?>> sets) {
    List<SortedSet<String>> sorted = new ArrayList<>();
    for (Collection<?> set : sets) {
      SortedSet<String> names = new TreeSet<>();
      set.forEach(one -> names.add(one.toString()));
      sorted.add(names);
    }
    return identity + " " + state + " " + extent + " " + sorted;
  }
}
