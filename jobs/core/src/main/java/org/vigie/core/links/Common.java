package org.vigie.core.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.age.AgeBelief;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Evidences;
import org.vigie.core.alert.Finding;
import org.vigie.core.alert.Role;
import org.vigie.core.alert.Subject;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.alert.Via;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Listed;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.judge.Verdict;
import org.vigie.core.links.LinkState.Seen;
import org.vigie.core.route.LinkNews.Link;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.SubjectRole;
import org.vigie.core.rule.Table;

/** What a finding at a link is about: its subject, whose acts are in it, whom it concerns. */
final class Common {
  private final Link link;
  private final SubjectKind kind;
  private final String id;
  private final Set<String> linked = new TreeSet<>();
  private final Map<String, Counterpart> counterparts = new TreeMap<>();
  private final List<Evidence> evidence = new ArrayList<>();

  private Common(Link link, SubjectKind kind, String id) {
    this.link = link;
    this.kind = kind;
    this.id = id;
  }

  static Common atDevice(Link link, SubjectKind kind, String id) {
    return new Common(link, kind, id);
  }

  /** At a hash, a room, a text or a target. */
  static Common atTraces(Link link, String id) {
    SubjectKind kind =
        switch (link.via()) {
          case MEDIA -> SubjectKind.MEDIA;
          case LINK -> SubjectKind.LINK;
          case ROOM -> SubjectKind.ROOM;
          case ACCOUNT, TEXT -> SubjectKind.ACCOUNT;
          case DEVICE, PLACE -> throw new IllegalArgumentException("no traces of " + link.via());
        };
    return new Common(link, kind, id);
  }

  String subjectId() {
    return id;
  }

  Subject subject(CompiledRule rule) {
    Role role = Role.valueOf(rule.rule().subjectRole().name());
    return new Subject(link.community(), kind, id, role);
  }

  private void clear() {
    linked.clear();
    counterparts.clear();
    evidence.clear();
  }

  /** The accounts of a device, and places, that a rule counts. */
  void addAccounts(CompiledRule rule, DeviceFacts facts, Step step) {
    clear();
    boolean victims = rule.rule().subjectRole() == SubjectRole.POSSIBLE_VICTIM;
    for (int i = 0; i < facts.rows(Table.ACCOUNTS); i++) {
      Seen seen = facts.account(i);
      if (rule.counts(Table.ACCOUNTS, i)) {
        evidence.add(seen.evidence());
        if (victims) {
          name(seen.account(), Role.POSSIBLE_VICTIM, seen.summary().age(), seen.lastMs());
        } else {
          linked.add(seen.account());
        }
      }
    }
    for (int i = 0; i < facts.rows(Table.PLACES); i++) {
      if (rule.counts(Table.PLACES, i)) {
        addPlace(facts.place(i), step);
      }
    }
    counterparts.keySet().removeAll(linked);
  }

  private void addPlace(DeviceFacts.Place place, Step step) {
    linked.addAll(place.proposers);
    for (KeptTrace trace : place.traces) {
      evidence.add(trace.evidence());
      if (place.targets.contains(trace.whom())) {
        name(trace.whom(), Role.POSSIBLE_VICTIM, nothingKnown(step), trace.timeMs());
      }
    }
  }

  /** The traces that a rule counts. */
  void addTraces(CompiledRule rule, TraceFacts facts, Step step) {
    clear();
    Table table = TraceFacts.tableOf(link.via());
    boolean victims = rule.rule().subjectRole() == SubjectRole.POSSIBLE_VICTIM;
    for (int i = 0; i < facts.rows(table); i++) {
      KeptTrace trace = facts.trace(i);
      if (!rule.counts(table, i)) {
        continue;
      }
      evidence.add(trace.evidence());
      if (victims) {
        name(trace.account(), Role.SUSPECTED_ACTOR, nothingKnown(step), trace.timeMs());
      } else {
        linked.add(trace.account());
      }
      if (!trace.isRoom() && Unknown.isKnown(trace.whom())) {
        name(trace.whom(), Role.POSSIBLE_VICTIM, nothingKnown(step), trace.timeMs());
      }
    }
    counterparts.keySet().removeAll(linked);
  }

  private static AgeView nothingKnown(Step step) {
    return new AgeBelief().view(step.rules().ages());
  }

  private void name(String account, Role role, AgeView age, long timeMs) {
    counterparts.merge(
        account,
        new Counterpart(account, role, age, 0, timeMs, timeMs),
        (known, again) ->
            new Counterpart(
                account,
                role,
                age,
                0,
                Math.min(known.firstMs(), timeMs),
                Math.max(known.lastMs(), timeMs)));
  }

  /** Accounts that a device joins are evidence of identity. */
  Verdict withIdentity(Verdict verdict, boolean joined) {
    return new Verdict(
        verdict.claim(),
        verdict.severity(),
        verdict.standsAlone(),
        verdict.families() | (joined ? Family.IDENTITY.bit() : 0),
        verdict.weight(),
        verdict.clauses(),
        verdict.guards());
  }

  Finding finding(CompiledRule rule, Verdict verdict, Subject subject, long recordedMs, Step step) {
    Via via = link.via();
    return new Finding(
        rule.rule().id(),
        rule.rule().version(),
        rule.rule().harm(),
        verdict,
        rule.longestWindowMs(),
        subject,
        "",
        via,
        linked.stream().limit(StateLimit.LINK_ACCOUNTS.entriesMax()).toList(),
        List.of(),
        Listed.first(List.copyOf(counterparts.values()), StateLimit.LINK_LISTED_COUNTERPARTS, step),
        counterparts.size(),
        0,
        List.of(),
        Evidences.merged(evidence, StateLimit.LINK_LISTED_EVENTS, step),
        List.of(),
        step.timeMs(),
        recordedMs,
        rule.isCertain(),
        step.isForced());
  }
}
