package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Rule;

/** Who findings are about that come after a meeting or after a ban (page 0012 ¶76, ¶80, ¶81). */
final class LaterCircles {
  private final Judging judging;
  private final Knowledge known;
  private final Circles circles;

  LaterCircles(Judging judging, Circles circles) {
    this.judging = judging;
    this.known = judging.known();
    this.circles = circles;
  }

  /** The rows that features count which the rule compares. */
  private Set<Rows.Row> counted(Rule rule, Evaluation evaluation) {
    Set<Rows.Row> counted = new HashSet<>();
    for (Feature feature : judging.reading().compared(rule)) {
      RuleReading.overRows(feature)
          .map(over -> evaluation.rows(over.table(), over.where(), feature.windowMs()))
          .ifPresent(counted::addAll);
    }
    return counted;
  }

  /** ¶76: at a place nobody is accused. */
  Circle ofAftermaths(Rule rule, Occasion.OfLink link, Evaluation evaluation, Instant at) {
    SortedSet<String> linked = new TreeSet<>();
    SortedMap<String, ReferenceAlert.Role> roles = new TreeMap<>();
    NavigableSet<Instant> evidence = new TreeSet<>();
    Set<Rows.Row> counted = counted(rule, evaluation);
    for (Aftermaths.Aftermath one : known.aftermaths().of(link, at)) {
      if (counted.contains(Aftermaths.row(one))) {
        evidence.addAll(one.evidence());
        linked.add(one.proposer());
        roles.put(one.target(), ReferenceAlert.Role.POSSIBLE_VICTIM);
      }
    }
    if (link.way() == ReferenceFinding.Way.PLACE) {
      linked.forEach(proposer -> roles.putIfAbsent(proposer, ReferenceAlert.Role.NEUTRAL));
      linked.clear();
    }
    return circle(linked, roles, evidence, at);
  }

  /** ¶80: the account, those who were banned, and to whom it came of their targets. */
  Circle ofBans(Rule rule, Occasion.OfLink link, Evaluation evaluation, Instant at) {
    SortedSet<String> linked = new TreeSet<>(List.of(link.account()));
    SortedMap<String, ReferenceAlert.Role> roles = new TreeMap<>();
    NavigableSet<Instant> evidence = new TreeSet<>();
    counted(rule, evaluation).forEach(row -> linked.add(row.of()));
    known
        .returns()
        .bansAt(link, at)
        .forEach(
            (banned, ban) -> {
              if (linked.contains(banned)) {
                for (Returns.Return one : known.returns().atDevice(link, ban, at)) {
                  evidence.add(one.at());
                  roles.put(one.target(), ReferenceAlert.Role.POSSIBLE_VICTIM);
                }
              }
            });
    for (String account : linked) {
      known.summaries().told(account, link.id(), at).ifPresent(evidence::add);
    }
    return circle(linked, roles, evidence, at);
  }

  /** ¶81: the account, the banned one, and to whom it came. */
  Circle ofReturn(Rule rule, Occasion.OfReturn to, Evaluation evaluation, Instant at) {
    SortedSet<String> linked = new TreeSet<>(List.of(to.account(), to.banned()));
    SortedMap<String, ReferenceAlert.Role> roles = new TreeMap<>();
    NavigableSet<Instant> evidence = new TreeSet<>();
    for (Rows.Row row : counted(rule, evaluation)) {
      evidence.add(row.at());
      roles.put(row.of(), ReferenceAlert.Role.POSSIBLE_VICTIM);
    }
    return circle(linked, roles, evidence, at);
  }

  private Circle circle(
      SortedSet<String> linked,
      SortedMap<String, ReferenceAlert.Role> roles,
      NavigableSet<Instant> evidence,
      Instant at) {
    roles.keySet().removeAll(linked);
    List<ReferenceAlert.Counterpart> counterparts = new ArrayList<>();
    roles.forEach(
        (account, role) -> counterparts.add(circles.counterpart(account, role, linked, at)));
    return new Circle(
        linked, Circle.first(counterparts), counterparts.size(), Circle.last(evidence), List.of());
  }
}
