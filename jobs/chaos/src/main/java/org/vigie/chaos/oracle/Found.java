package org.vigie.chaos.oracle;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.alert.Alert;
import org.vigie.alert.Finding;
import org.vigie.core.rule.Harm;
import org.vigie.rules.bundle.ShippedRules;

/**
 * Which rules raised alerts, and how many each: what a run says something about.
 *
 * @param counts one for each rule that ships, in their order
 */
public record Found(List<Count> counts) {
  public Found {
    counts = List.copyOf(counts);
  }

  /**
   * A rule's alerts.
   *
   * @param alerts how many have a finding of it
   */
  public record Count(Harm harm, String rule, int alerts) {}

  /** Counts them; further revisions of an alert do not count. */
  public static Found in(Collection<Alert> revisions) {
    Map<String, Set<String>> alerts = new HashMap<>();
    for (Alert revision : revisions) {
      for (Finding finding : revision.getFindings()) {
        alerts
            .computeIfAbsent(finding.getRule(), rule -> new HashSet<>())
            .add(revision.getAlertId());
      }
    }
    return new Found(
        ShippedRules.ruleSet().rules().stream()
            .map(
                rule ->
                    new Count(
                        rule.harm(), rule.id(), alerts.getOrDefault(rule.id(), Set.of()).size()))
            .toList());
  }

  /** Ids of the rules that raised none. */
  public List<String> silent() {
    return counts.stream().filter(one -> one.alerts == 0).map(Count::rule).toList();
  }

  /** A line for each harm, with the alerts of each of its rules. */
  public List<String> lines() {
    Map<Harm, StringBuilder> lines = new TreeMap<>();
    for (Count one : counts) {
      lines
          .computeIfAbsent(one.harm, harm -> new StringBuilder("alerts, " + harm + ":"))
          .append(" %s %d".formatted(one.rule, one.alerts));
    }
    return lines.values().stream().map(StringBuilder::toString).toList();
  }
}
