package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Table;

/** Who and what a finding is about (CONTRACT §6). */
final class Circles {
  private final Judging judging;
  private final Knowledge known;

  Circles(Judging judging) {
    this.judging = judging;
    this.known = judging.known();
  }

  Circle of(Rule rule, Occasion occasion, Evaluation evaluation, Instant at) {
    if (occasion instanceof Occasion.OfAccount account) {
      return ofAccount(rule, account, evaluation, at);
    }
    if (occasion instanceof Occasion.OfPair pair) {
      return ofPair(rule, pair, at);
    }
    if (occasion instanceof Occasion.OfLink link) {
      return ofLink(rule, link, at);
    }
    throw new IllegalArgumentException("no such kind of occasion: " + occasion);
  }

  /** The new contacts that counted, the newest by name, or the message with the media. */
  private Circle ofAccount(
      Rule rule, Occasion.OfAccount occasion, Evaluation evaluation, Instant at) {
    String account = occasion.account();
    Set<String> counted = new HashSet<>();
    long windowMs = judging.reading().longestWindowMs(rule);
    for (Condition where : judging.reading().rowConditions(rule, Table.NEW_CONTACTS)) {
      evaluation.rows(Table.NEW_CONTACTS, where, windowMs).forEach(row -> counted.add(row.of()));
    }
    List<Contacts.NewContact> contacts =
        known.contacts.newContacts(account, at).stream()
            .filter(contact -> counted.contains(contact.other()))
            .toList();
    List<ReferenceAlert.Counterpart> counterparts = new ArrayList<>();
    SortedSet<Instant> evidence = new TreeSet<>();
    for (Contacts.NewContact contact : Circle.last(contacts)) {
      evidence.add(contact.opening().at());
      counterparts.add(victim(contact.other(), account, at));
    }
    occasion.messages().forEach(message -> evidence.add(message.at()));
    return new Circle(
        single(account), counterparts, contacts.size(), Circle.last(evidence), List.of());
  }

  /** The latest message with each stage. */
  private Circle ofPair(Rule rule, Occasion.OfPair pair, Instant at) {
    long windowMs = judging.reading().longestWindowMs(rule);
    SortedSet<Instant> evidence = new TreeSet<>();
    Map<SignalCode, Observation> latest =
        known.codes.latest(pair.account(), pair.counterpart(), at);
    latest.forEach(
        (code, message) -> {
          if (code.isStage() && message.at().isWithin(windowMs, at)) {
            evidence.add(message.at());
          }
        });
    SortedSet<String> linked = single(pair.account());
    return new Circle(
        linked,
        List.of(victim(pair.counterpart(), pair.account(), at)),
        1,
        Circle.last(evidence),
        List.of());
  }

  /** Those who reported, and those who have a meeting before them. */
  private Circle ofLink(Rule rule, Occasion.OfLink link, Instant at) {
    SortedSet<Instant> evidence = new TreeSet<>();
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

  /** The other side of a finding about one account, as the pair last told that account (¶33). */
  private ReferenceAlert.Counterpart victim(String other, String account, Instant at) {
    Optional<PairLife> told = Optional.empty();
    for (Observation act : known.log.actsBetween(Log.Two.of(account, other))) {
      if (!act.at().isAfter(at) && tells(act, account)) {
        told = known.pairs.existing(account, other, act.at());
      }
    }
    return new ReferenceAlert.Counterpart(
        other,
        ReferenceAlert.Role.POSSIBLE_VICTIM,
        known.ages.seenByOthers(other, at).pMinor(),
        told.map(PairLife::messages).orElse(0),
        told.map(life -> life.first().timeMs()).orElse(Unknown.TIME),
        told.map(life -> life.last().timeMs()).orElse(Unknown.TIME));
  }

  private boolean tells(Observation act, String account) {
    boolean own = act.actor().equals(account);
    return Meetings.isAboutMeeting(act)
        || own && (known.pairs.isOpening(act) || Codes.hasStage(act))
        || !own && known.pairs.isFirstAnswer(act);
  }

  private ReferenceAlert.Counterpart counterpart(
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
