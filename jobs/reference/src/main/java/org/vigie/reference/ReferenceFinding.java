package org.vigie.reference;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Severity;

/**
 * What one rule found at one instant, as an alert shows it.
 *
 * @param rule rule id
 * @param version rule version
 * @param counterpart the other account of a finding about a pair, else {@code Unknown.ID}
 * @param way how it came to its alert
 * @param families kinds of evidence that it used
 * @param timeMs effective time of its instant
 * @param observed feature to value, fixed-point; every feature that the rule or the claim compares
 *     and whose value is known
 * @param threshold feature to the bar that it is compared with first, fixed-point
 * @param superseded whether a later belief took it back
 * @param severity the claim after guards, before the families of the alert are looked at
 * @param weight what guards left of one, fixed-point
 * @param guards those whose value is known, in the order of the rule
 */
public record ReferenceFinding(
    String rule,
    int version,
    String counterpart,
    Way way,
    SortedSet<Family> families,
    long timeMs,
    SortedMap<String, Long> observed,
    SortedMap<String, Long> threshold,
    boolean superseded,
    Severity severity,
    long weight,
    List<ShownGuard> guards) {
  public ReferenceFinding {
    families = new TreeSet<>(families);
    observed = new TreeMap<>(observed);
    threshold = new TreeMap<>(threshold);
    guards = List.copyOf(guards);
  }

  /** The same finding, taken back by a later belief. */
  ReferenceFinding asSuperseded() {
    return new ReferenceFinding(
        rule,
        version,
        counterpart,
        way,
        families,
        timeMs,
        observed,
        threshold,
        true,
        severity,
        weight,
        guards);
  }

  /** By what a finding came to its alert. */
  public enum Way {
    ACCOUNT,
    DEVICE,
    PLACE,
    MEDIA,
    LINK,
    ROOM,
    TEXT
  }

  /**
   * A guard that was considered.
   *
   * @param value of its feature, fixed-point
   * @param effect share of the weight that it took, 0 if it did not apply, fixed-point
   */
  public record ShownGuard(String name, long value, long effect) {}
}
