package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.SubjectRole;
import org.vigie.core.rule.Table;

/** Who and what a finding is about (CONTRACT §6). */
final class Circles {
  private final Judging judging;
  private final Knowledge known;
  private final LaterCircles later;
  private final Warning warning;

  Circles(Judging judging) {
    this.judging = judging;
    this.warning = new Warning(judging);
    this.known = judging.known();
    this.later = new LaterCircles(judging, this);
  }

  /** With the meetings that a finding names. */
  Circle of(Rule rule, Occasion occasion, Evaluation evaluation, Instant at) {
    return warning.named(rule, occasion, evaluation, about(rule, occasion, evaluation, at), at);
  }

  private Circle about(Rule rule, Occasion occasion, Evaluation evaluation, Instant at) {
    if (occasion instanceof Occasion.OfAccount account) {
      return ofAccount(rule, account, evaluation, at);
    }
    if (occasion instanceof Occasion.OfPair pair) {
      return pair.bySigns() ? ofSigns(rule, pair, evaluation, at) : ofPair(rule, pair, at);
    }
    if (occasion instanceof Occasion.OfLink link) {
      return ofLink(rule, link, evaluation, at);
    }
    if (occasion instanceof Occasion.OfReturn to) {
      return later.ofReturn(rule, to, evaluation, at);
    }
    throw new IllegalArgumentException("no such kind of occasion: " + occasion);
  }

  /**
   * The new contacts and the others of pairs that counted, the newest by name; what they rest on,
   * and the messages that were counted.
   */
  private Circle ofAccount(
      Rule rule, Occasion.OfAccount occasion, Evaluation evaluation, Instant at) {
    String account = occasion.account();
    SortedMap<String, Instant> opened = opened(rule, account, evaluation, at);
    SortedMap<String, KeptPair> pairs = pairs(rule, account, evaluation, at);
    Map<String, Instant> latest = new HashMap<>(opened);
    pairs.forEach((other, pair) -> latest.merge(other, pair.told(), Newest::later));
    // 0011 ¶54: by time alone, whatever the order within it.
    latest.replaceAll((other, told) -> told.endOfMillisecond());
    List<String> listed = Newest.ids(latest, Circle.LISTED_MAX);
    List<ReferenceAlert.Counterpart> counterparts = new ArrayList<>();
    java.util.NavigableSet<Instant> evidence = new TreeSet<>();
    evidence.addAll(evidenceOfPairs(rule, evaluation));
    evidence.addAll(evidenceOfPosts(rule, evaluation));
    for (String other : listed) {
      Optional<KeptPair> pair = Optional.ofNullable(pairs.get(other));
      Optional.ofNullable(opened.get(other)).ifPresent(evidence::add);
      counterparts.add(
          pair.map(kept -> told(account, other, kept, at))
              .orElseGet(() -> victim(other, account, opened.getOrDefault(other, at), at)));
    }
    occasion.messages().forEach(message -> evidence.add(message.at()));
    return new Circle(
        single(account), counterparts, latest.size(), Circle.last(evidence), List.of());
  }

  /** The new contacts that counted, and when they were opened. */
  private SortedMap<String, Instant> opened(
      Rule rule, String account, Evaluation evaluation, Instant at) {
    Set<String> counted = new HashSet<>();
    for (Feature feature : judging.reading().compared(rule)) {
      RuleReading.overRows(feature)
          .filter(over -> over.table() == Table.NEW_CONTACTS)
          .map(over -> evaluation.rows(over.table(), over.where(), feature.windowMs()))
          .ifPresent(rows -> rows.forEach(row -> counted.add(row.of())));
    }
    SortedMap<String, Instant> opened = new TreeMap<>();
    if (!counted.isEmpty()) {
      for (Contacts.NewContact contact : known.contacts.newContacts(account, at)) {
        if (counted.contains(contact.other())) {
          opened.put(contact.other(), contact.opening().at());
        }
      }
    }
    return opened;
  }

  /** 0011 ¶54: pairs that satisfy a condition on pairs which the rule compares. */
  private SortedMap<String, KeptPair> pairs(
      Rule rule, String account, Evaluation evaluation, Instant at) {
    SortedMap<String, KeptPair> pairs = new TreeMap<>();
    for (Measure.Pairs measure : judging.reading().pairs(rule)) {
      SortedMap<String, KeptPair> kept = new TreeMap<>(known.keptPairs.of(account, at));
      kept.keySet().retainAll(evaluation.satisfying(measure));
      pairs.putAll(kept);
    }
    return pairs;
  }

  private SortedSet<Instant> evidenceOfPairs(Rule rule, Evaluation evaluation) {
    java.util.NavigableSet<Instant> evidence = new TreeSet<>();
    for (Measure.Pairs measure : judging.reading().pairs(rule)) {
      for (String other : evaluation.satisfying(measure)) {
        for (Feature feature : judging.reading().hits(measure)) {
          evaluation
              .ofPair(other)
              .hits(feature)
              .ifPresent(counted -> evidence.addAll(counted.evidence()));
        }
      }
    }
    return evidence;
  }

  /** The messages of the posts, media and links that counted. */
  private SortedSet<Instant> evidenceOfPosts(Rule rule, Evaluation evaluation) {
    SortedSet<Instant> evidence = new TreeSet<>();
    for (Feature feature : judging.reading().compared(rule)) {
      RuleReading.overRows(feature)
          .filter(over -> over.table() == Table.ROOM_POSTS || over.table() == Table.KNOWN_MEDIA)
          .map(over -> evaluation.rows(over.table(), over.where(), feature.windowMs()))
          .ifPresent(rows -> rows.forEach(row -> evidence.add(row.at())));
    }
    return evidence;
  }

  /** 0011 ¶54: the other, and the events that the hits count which the rule compares. */
  private Circle ofSigns(Rule rule, Occasion.OfPair pair, Evaluation evaluation, Instant at) {
    java.util.NavigableSet<Instant> evidence = new TreeSet<>();
    for (Feature feature : judging.reading().hits(rule)) {
      evaluation.hits(feature).ifPresent(counted -> evidence.addAll(counted.evidence()));
    }
    String other = pair.counterpart();
    ReferenceAlert.Counterpart counterpart =
        Optional.ofNullable(known.keptPairs.of(pair.account(), at).get(other))
            .map(kept -> told(pair.account(), other, kept, at))
            .orElseGet(() -> victim(other, pair.account(), at, at));
    return new Circle(
        single(pair.account()), List.of(counterpart), 1, Circle.last(evidence), List.of());
  }

  /** The other side of a pair as the account was told of it (0011 ¶42, ¶45). */
  private ReferenceAlert.Counterpart told(String account, String other, KeptPair pair, Instant at) {
    return new ReferenceAlert.Counterpart(
        other,
        ReferenceAlert.Role.POSSIBLE_VICTIM,
        known.knownAges.of(account, other, at).orElse(known.ages.unsourced()).pMinor(),
        pair.life().messages(),
        pair.life().first().timeMs(),
        pair.life().last().timeMs());
  }

  /** The latest message with each stage. */
  private Circle ofPair(Rule rule, Occasion.OfPair pair, Instant at) {
    long windowMs = judging.reading().longestWindowMs(rule);
    java.util.NavigableSet<Instant> evidence = new TreeSet<>();
    Map<SignalCode, Observation> latest =
        known.codes.latest(pair.account(), pair.counterpart(), at);
    latest.forEach(
        (code, message) -> {
          if (code.isStage() && message.at().isWithin(windowMs, at)) {
            evidence.add(message.at());
          }
        });
    SortedSet<String> linked = single(pair.account());
    Instant brought = known.codes.latestStage(pair.account(), pair.counterpart(), at);
    return new Circle(
        linked,
        List.of(victim(pair.counterpart(), pair.account(), brought, at)),
        1,
        Circle.last(evidence),
        List.of());
  }

  private Circle ofLink(Rule rule, Occasion.OfLink link, Evaluation evaluation, Instant at) {
    Set<Table> tables = judging.reading().tables(rule);
    if (tables.contains(Table.REPORTS)) {
      return ofReports(rule, link, at);
    }
    if (tables.contains(Table.AFTERMATHS)) {
      return later.ofAftermaths(rule, link, evaluation, at);
    }
    return tables.contains(Table.BANS)
        ? later.ofBans(rule, link, evaluation, at)
        : ofTraces(rule, link, evaluation, at);
  }

  /** 0012 ¶70: who left the traces that counted, and towards whom. */
  private Circle ofTraces(Rule rule, Occasion.OfLink link, Evaluation evaluation, Instant at) {
    NavigableSet<Instant> evidence = new TreeSet<>();
    SortedSet<String> linked = new TreeSet<>();
    SortedMap<String, ReferenceAlert.Role> roles = new TreeMap<>();
    for (Proposals.Proposal one : traces(rule, link, evaluation, at)) {
      evidence.add(one.at());
      linked.add(one.account());
      roles.put(one.whom(), ReferenceAlert.Role.POSSIBLE_VICTIM);
    }
    roles.remove(Unknown.ID);
    linked.remove(Unknown.ID);
    if (link.way() == ReferenceFinding.Way.DEVICE) {
      roles.keySet().removeAll(link.cluster());
    }
    roles.keySet().removeAll(linked);
    if (rule.subjectRole() == SubjectRole.POSSIBLE_VICTIM) {
      roles.clear();
      ReferenceAlert.Role role =
          link.way() == ReferenceFinding.Way.DEVICE
              ? ReferenceAlert.Role.POSSIBLE_VICTIM
              : ReferenceAlert.Role.SUSPECTED_ACTOR;
      linked.forEach(account -> roles.put(account, role));
      linked.clear();
    }
    List<ReferenceAlert.Counterpart> counterparts = new ArrayList<>();
    roles.forEach(
        (account, role) -> counterparts.add(counterpart(account, role, link.cluster(), at)));
    return new Circle(
        linked, Circle.first(counterparts), counterparts.size(), Circle.last(evidence), List.of());
  }

  /** Who did what towards whom, of the rows that counted; nobody is empty. */
  private List<Proposals.Proposal> traces(
      Rule rule, Occasion.OfLink link, Evaluation evaluation, Instant at) {
    List<Proposals.Proposal> traces = new ArrayList<>();
    for (Feature feature : judging.reading().compared(rule)) {
      RuleReading.OverRows over = RuleReading.overRows(feature).orElse(null);
      List<Rows.Row> rows =
          over == null
              ? List.of()
              : evaluation.rows(over.table(), over.where(), feature.windowMs());
      for (Rows.Row row : rows) {
        traces.addAll(
            over != null && over.table() == Table.PLACES
                ? known.proposals().of(link, row.of(), at)
                : List.of(
                    new Proposals.Proposal(
                        row.restsOn(), row.name("account"), row.name(Traces.TOWARDS), "")));
      }
    }
    return traces;
  }

  /** Those who reported, and those who have a meeting before them. */
  private Circle ofReports(Rule rule, Occasion.OfLink link, Instant at) {
    java.util.NavigableSet<Instant> evidence = new TreeSet<>();
    SortedMap<String, ReferenceAlert.Role> roles = new TreeMap<>();
    List<Circle.NamedMeeting> named = new ArrayList<>();
    long windowMs = judging.reading().longestWindowMs(rule);
    Set<String> reporters = new HashSet<>();
    for (Reports.Counted report : known.links.reports(link, at)) {
      if (report.at().isWithin(windowMs, at)) {
        evidence.add(report.at());
        reporters.add(report.by());
      }
    }
    if (rule.warnsOfMeetings()) {
      for (Links.Pending pending : known.links.pending(link, at)) {
        KnownMeeting meeting = pending.meeting();
        evidence.add(meeting.lastMessage().at());
        named.add(
            Circle.NamedMeeting.of(
                meeting, meeting.with(pending.with()), reporters.contains(pending.with())));
        if (link.way() == ReferenceFinding.Way.PLACE) {
          roles.putIfAbsent(meeting.proposer(), ReferenceAlert.Role.NEUTRAL);
        }
        roles.put(pending.with(), ReferenceAlert.Role.POSSIBLE_VICTIM);
      }
    }
    reporters.forEach(by -> roles.put(by, ReferenceAlert.Role.POSSIBLE_VICTIM));
    roles.keySet().removeAll(link.cluster());
    List<ReferenceAlert.Counterpart> counterparts = new ArrayList<>();
    roles.forEach(
        (account, role) -> counterparts.add(counterpart(account, role, link.cluster(), at)));
    return new Circle(
        link.cluster(),
        Circle.first(counterparts),
        counterparts.size(),
        Circle.last(evidence),
        Circle.mostUrgent(named, at.timeMs()));
  }

  /**
   * The other side of a finding about one account, as the pair last told that account (¶33).
   *
   * @param brought what brought what is believed of it
   */
  private ReferenceAlert.Counterpart victim(
      String other, String account, Instant brought, Instant at) {
    Instant last = Instant.NEVER;
    for (Observation act : known.log.actsBetween(Log.Two.of(account, other))) {
      if (!act.at().isAfter(at) && tells(act, account)) {
        last = act.at();
      }
    }
    for (Map.Entry<Instant, SortedMap<String, PairNews>> news :
        known.telling.toldTo(account).headMap(at, true).entrySet()) {
      PairNews told = news.getValue().get(other);
      boolean byAct = told != null && !told.isReaction();
      last = byAct ? Newest.later(last, news.getKey()) : last;
    }
    Optional<PairLife> life = known.pairs.existing(account, other, last);
    return new ReferenceAlert.Counterpart(
        other,
        ReferenceAlert.Role.POSSIBLE_VICTIM,
        known.knownAges.byContact(account, other, brought, at).pMinor(),
        life.map(PairLife::messages).orElse(0),
        life.map(one -> one.first().timeMs()).orElse(Unknown.TIME),
        life.map(one -> one.last().timeMs()).orElse(Unknown.TIME));
  }

  private boolean tells(Observation act, String account) {
    boolean own = act.actor().equals(account);
    return Meetings.isAboutMeeting(act)
        || own && (known.pairs.isOpening(act) || Codes.hasStage(act))
        || !own && known.pairs.isFirstAnswer(act);
  }

  /** The other side of a finding at a link. */
  ReferenceAlert.Counterpart counterpart(
      String account, ReferenceAlert.Role role, SortedSet<String> linked, Instant at) {
    int messages = 0;
    long firstMs = Unknown.TIME;
    long lastMs = Unknown.TIME;
    for (String actor : linked) {
      for (PairLife life : known.pairs.existing(actor, account, at).stream().toList()) {
        long lifeFirstMs = life.first().timeMs();
        messages += life.messages();
        firstMs = firstMs == Unknown.TIME ? lifeFirstMs : Math.min(firstMs, lifeFirstMs);
        lastMs = Math.max(lastMs, life.last().timeMs());
      }
    }
    long pMinor = known.ages.seenByOthers(account, at).pMinor();
    return new ReferenceAlert.Counterpart(account, role, pMinor, messages, firstMs, lastMs);
  }

  private static SortedSet<String> single(String account) {
    return new TreeSet<>(List.of(account));
  }
}
