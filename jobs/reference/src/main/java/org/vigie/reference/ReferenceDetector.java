package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.rule.RuleSet;

/**
 * The oracle of every property test (ORDER §5.1): sorts everything and reads all of it again for
 * each instant. Written from DOMAIN, CONTRACT, ORDER and {@code docs/decisions/0001}, whose
 * paragraphs its comments cite; it knows nothing of the engine but wire types and rules.
 */
public final class ReferenceDetector {
  private final List<RuleSet> rules;

  public ReferenceDetector(RuleSet rules) {
    this(List.of(rules));
  }

  /**
   * A detector.
   *
   * @param rules each judges the communities that it names; one that names none judges the others
   */
  public ReferenceDetector(Collection<RuleSet> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * What must be settled once event time has passed {@code endMs}.
   *
   * @param events in any order; refused ones and those that take effect later are left out
   * @param endMs epoch milliseconds; deadlines up to it fire. For a replay: the greatest effective
   *     time
   * @return every revision of every alert, by alert id, then revision
   */
  public List<ReferenceAlert> settle(Collection<RecordedEvent> events, long endMs) {
    SortedMap<String, List<RecordedEvent>> byCommunity = new TreeMap<>();
    for (RecordedEvent recorded : events) {
      if (Recording.refusal(recorded).isEmpty() && effectiveMs(recorded) <= endMs) {
        byCommunity
            .computeIfAbsent(recorded.event().community(), absent -> new ArrayList<>())
            .add(recorded);
      }
    }
    List<ReferenceAlert> revisions = new ArrayList<>();
    byCommunity.forEach(
        (community, ofOne) ->
            revisions.addAll(new Settling(rulesOf(community), community, ofOne, endMs).settle()));
    revisions.sort(
        Comparator.comparing(ReferenceAlert::alertId).thenComparingLong(ReferenceAlert::revision));
    return revisions;
  }

  private RuleSet rulesOf(String community) {
    return rules.stream()
        .filter(one -> one.communities().contains(community))
        .findFirst()
        .orElseGet(
            () ->
                rules.stream()
                    .filter(one -> one.communities().isEmpty())
                    .findFirst()
                    .orElseThrow());
  }

  /** The events that are refused for their time, in the order given. */
  public static List<Rejected> rejected(Collection<RecordedEvent> events) {
    List<Rejected> rejected = new ArrayList<>();
    for (RecordedEvent recorded : events) {
      Recording.refusal(recorded).ifPresent(reason -> rejected.add(new Rejected(recorded, reason)));
    }
    return rejected;
  }

  /** When an event takes effect (ORDER §3), epoch milliseconds. */
  public static long effectiveMs(RecordedEvent recorded) {
    return Recording.effectiveMs(recorded);
  }
}
