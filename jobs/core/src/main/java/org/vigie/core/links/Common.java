package org.vigie.core.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
import org.vigie.core.links.BanRows.Row;
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
  private Set<String> accounts = Set.of();

  private Common(Link link, SubjectKind kind, String id) {
    this.link = link;
    this.kind = kind;
    this.id = id;
  }

  static Common atDevice(Link link, SubjectKind kind, String id) {
    return new Common(link, kind, id);
  }

  /** At a place. */
  static Common atPlace(Link link) {
    return new Common(link, SubjectKind.PLACE, link.id());
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

  /** The accounts that it is about, whose meetings it can warn of: at a device or an account. */
  Common of(Set<String> whose) {
    accounts = whose;
    return this;
  }

  /** Those accounts, none where nobody is accused or where they have only something in common. */
  Set<String> accounts() {
    return accounts;
  }

  String subjectId() {
    return id;
  }

  Subject subject(CompiledRule rule) {
    Role role =
        kind == SubjectKind.PLACE ? Role.NEUTRAL : Role.valueOf(rule.rule().subjectRole().name());
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
    addAftermaths(rule, facts.aftermaths(), step);
    addBans(rule, facts, step);
    counterparts.keySet().removeAll(linked);
  }

  /** What came of meetings of the accounts; the account itself where no device is known. */
  void addOnlyAftermaths(CompiledRule rule, AftermathFacts facts, Step step) {
    clear();
    addAftermaths(rule, facts, step);
    counterparts.keySet().removeAll(linked);
  }

  private void addAftermaths(CompiledRule rule, AftermathFacts facts, Step step) {
    for (int i = 0; i < facts.rows(Table.AFTERMATHS); i++) {
      if (rule.counts(Table.AFTERMATHS, i)) {
        KeptAftermath one = facts.row(i);
        linked.add(one.account());
        evidence.addAll(one.evidence());
        name(one.whom(), Role.POSSIBLE_VICTIM, nothingKnown(link, step), one.timeMs());
      }
    }
  }

  /** What came of meetings at a place, where nobody is accused. */
  void addPlace(CompiledRule rule, AftermathFacts facts, Step step) {
    clear();
    addAftermaths(rule, facts, step);
    for (int i = 0; i < facts.rows(Table.AFTERMATHS); i++) {
      KeptAftermath one = facts.row(i);
      boolean isProposer = linked.contains(one.account()) && rule.counts(Table.AFTERMATHS, i);
      if (isProposer && !isVictim(one.account())) {
        name(one.account(), Role.NEUTRAL, nothingKnown(link, step), one.timeMs());
      }
    }
    linked.clear();
  }

  private boolean isVictim(String account) {
    @Nullable Counterpart known = counterparts.get(account);
    return known != null && known.role() == Role.POSSIBLE_VICTIM;
  }

  /** The banned accounts, and the judged one that goes on for them. */
  private void addBans(CompiledRule rule, DeviceFacts facts, Step step) {
    boolean any = false;
    for (int i = 0; i < facts.rows(Table.BANS); i++) {
      if (rule.counts(Table.BANS, i)) {
        any = true;
        Row row = facts.bans().row(i);
        linked.add(row.banned().account());
        evidence.add(row.banned().evidence());
        for (KeptReturn one : row.returns()) {
          evidence.add(one.opening());
          name(one.whom(), Role.POSSIBLE_VICTIM, nothingKnown(link, step), one.opening().timeMs());
        }
      }
    }
    if (any) {
      Seen judged = facts.bans().judged();
      linked.add(judged.account());
      evidence.add(judged.evidence());
    }
  }

  /** Those whom an account returned to. */
  void addReturns(CompiledRule rule, ReturnFacts facts, String banned, Step step) {
    clear();
    linked.add(id);
    linked.add(banned);
    for (int i = 0; i < facts.rows(Table.RETURNS); i++) {
      if (rule.counts(Table.RETURNS, i)) {
        KeptReturn one = facts.row(i);
        evidence.add(one.opening());
        name(one.whom(), Role.POSSIBLE_VICTIM, nothingKnown(link, step), one.opening().timeMs());
      }
    }
    counterparts.keySet().removeAll(linked);
  }

  private void addPlace(DeviceFacts.Place place, Step step) {
    linked.addAll(place.proposers);
    for (KeptTrace trace : place.traces) {
      evidence.add(trace.evidence());
      if (place.targets.contains(trace.whom())) {
        name(trace.whom(), Role.POSSIBLE_VICTIM, nothingKnown(link, step), trace.timeMs());
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
        name(trace.account(), Role.SUSPECTED_ACTOR, nothingKnown(link, step), trace.timeMs());
      } else {
        linked.add(trace.account());
      }
      if (!trace.isRoom() && Unknown.isKnown(trace.whom())) {
        name(trace.whom(), Role.POSSIBLE_VICTIM, nothingKnown(link, step), trace.timeMs());
      }
    }
    counterparts.keySet().removeAll(linked);
  }

  private static AgeView nothingKnown(Link link, Step step) {
    return new AgeBelief().view(step.rules(link.community()).ages());
  }

  /** A link is told of single acts: when the two first had to do with each other it can't know. */
  private void name(String account, Role role, AgeView age, long timeMs) {
    counterparts.merge(
        account,
        new Counterpart(account, role, age, 0, Unknown.TIME, timeMs),
        (known, again) ->
            new Counterpart(account, role, age, 0, Unknown.TIME, Math.max(known.lastMs(), timeMs)));
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
        Finding.Warning.NONE,
        step.timeMs(),
        recordedMs,
        rule.isCertain(),
        step.isForced());
  }
}
