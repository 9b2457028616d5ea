package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Table;

/** Who or what a rule judges at an instant (page ¶14-16, ¶21, ¶22). */
final class Occasions {
  private final Judging judging;
  private final Knowledge known;

  Occasions(Judging judging) {
    this.judging = judging;
    this.known = judging.known();
  }

  /**
   * What a rule judges.
   *
   * @param changes what the instant changes in beliefs, and whom it tells of their pairs
   */
  List<Occasion> of(Rule rule, Instant at, Changes changes) {
    return switch (rule.scope()) {
      case ACCOUNT -> accounts(rule, at, changes);
      case PAIR ->
          judging.reading().readsSigns(rule) ? changes.ofPairs() : pairs(rule, at, changes);
      case LINK -> links(rule, at);
    };
  }

  private List<Occasion> accounts(Rule rule, Instant at, Changes changes) {
    Set<Table> tables = judging.reading().tables(rule);
    SortedMap<String, List<Observation>> messages = new TreeMap<>();
    if (tables.contains(Table.NEW_CONTACTS)) {
      openers(at).forEach(account -> messages.put(account, List.of()));
      believed(at, changes).forEach(account -> messages.put(account, List.of()));
    }
    if (judging.reading().readsPairs(rule)) {
      changes.ofPairs().forEach(pair -> messages.put(pair.account(), List.of()));
    }
    if (tables.contains(Table.ROOM_POSTS)) {
      senders(at, Posts::postsOf).forEach(account -> messages.put(account, List.of()));
    }
    if (tables.contains(Table.KNOWN_MEDIA)) {
      senders(at, Posts::knownMediaOf).forEach(account -> messages.put(account, List.of()));
    }
    if (tables.contains(Table.MATCHED_MEDIA)) {
      matched(at).forEach(seen -> messages.put(seen.actor(), List.of(seen)));
    }
    List<Occasion> occasions = new ArrayList<>();
    messages.forEach((account, seen) -> occasions.add(new Occasion.OfAccount(account, seen)));
    return occasions;
  }

  /** 0011 ¶51, ¶52: accounts to whose rows a message adds. */
  private SortedSet<String> senders(Instant at, Function<Observation, List<Rows.Row>> rowsOf) {
    SortedSet<String> senders = new TreeSet<>();
    for (Observation seen : known.log.at(at)) {
      if (seen.message().isPresent() && !seen.hasTarget() && !rowsOf.apply(seen).isEmpty()) {
        senders.add(seen.actor());
      }
    }
    return senders;
  }

  /** ¶14: accounts that open a pair at the instant. */
  private SortedSet<String> openers(Instant at) {
    SortedSet<String> openers = new TreeSet<>();
    for (Observation seen : known.log.at(at)) {
      if (Acts.isAct(seen) && known.pairs.isOpening(seen)) {
        openers.add(seen.actor());
      }
    }
    return openers;
  }

  /** ¶14: accounts whose own belief changed, or that of an account in their rows. */
  private SortedSet<String> believed(Instant at, Changes changes) {
    SortedSet<String> accounts = new TreeSet<>(changes.ages().own());
    for (String account : changes.ages().seenByOthers()) {
      for (String opener : known.log.partnersOf(account)) {
        boolean hasRow =
            changes.areTold(opener, account)
                && known.contacts.newContacts(opener, at).stream()
                    .anyMatch(contact -> contact.other().equals(account));
        if (hasRow) {
          accounts.add(opener);
        }
      }
    }
    return accounts;
  }

  /** ¶16: messages with a matched item, whatever the channel. */
  private List<Observation> matched(Instant at) {
    return known.log.at(at).stream().filter(Occasions::isMatched).toList();
  }

  /** Whether it is a message, apart from its recipients, with a matched item. */
  static boolean isMatched(Observation seen) {
    return !seen.hasTarget()
        && seen.message()
            .map(message -> message.media().stream().anyMatch(Rows::isMatched))
            .orElse(false);
  }

  /** ¶15: who sends a stage code, and who had, to or from whom a belief changed. */
  private List<Occasion> pairs(Rule rule, Instant at, Changes changes) {
    SortedMap<String, SortedSet<String>> counterparts = new TreeMap<>();
    for (Observation seen : known.log.at(at)) {
      if (Codes.hasStage(seen)) {
        add(counterparts, seen.actor(), seen.target());
      }
    }
    long windowMs = judging.reading().longestWindowMs(rule);
    for (String account : changes.ages().own()) {
      for (String other : known.log.partnersOf(account)) {
        if (sentStage(account, other, windowMs, at)) {
          add(counterparts, account, other);
        }
      }
    }
    for (String stated : changes.ages().seenByOthers()) {
      for (String writer : known.log.partnersOf(stated)) {
        if (changes.areTold(writer, stated) && sentStage(writer, stated, windowMs, at)) {
          add(counterparts, writer, stated);
        }
      }
    }
    List<Occasion> occasions = new ArrayList<>();
    counterparts.forEach(
        (account, others) ->
            others.forEach(other -> occasions.add(new Occasion.OfPair(account, other, false))));
    return occasions;
  }

  private static void add(
      SortedMap<String, SortedSet<String>> counterparts, String account, String other) {
    counterparts.computeIfAbsent(account, absent -> new TreeSet<>()).add(other);
  }

  private boolean sentStage(String account, String other, long windowMs, Instant at) {
    return known.codes.latest(account, other, at).entrySet().stream()
        .filter(sent -> sent.getKey().isStage())
        .anyMatch(sent -> sent.getValue().at().isWithin(windowMs, at));
  }

  private List<Occasion> links(Rule rule, Instant at) {
    Set<Table> tables = judging.reading().tables(rule);
    if (!tables.contains(Table.REPORTS)) {
      List<Occasion> traced = new ArrayList<>();
      for (Table table : tables) {
        traced.addAll(
            switch (table) {
              case ACCOUNTS -> known.summaries().at(at);
              case PLACES -> known.proposals().at(at);
              case APPROACHES, SPREAD, MENU, MEMBERS -> known.traces().at(table, at);
              case AFTERMATHS -> known.aftermaths().at(at);
              case BANS -> toldOfBans(at);
              case RETURNS -> known.returns().atAccounts(at);
              case NEW_CONTACTS, MATCHED_MEDIA, REPORTS, ROOM_POSTS, KNOWN_MEDIA -> List.of();
            });
      }
      return traced;
    }
    long windowMs = judging.reading().longestWindowMs(rule);
    List<Occasion> links = new ArrayList<>();
    for (Observation seen : known.log.at(at)) {
      known.links.newlySeen(seen).ifPresent(links::add);
      known
          .meetings
          .leftOpenBy(seen)
          .filter(meeting -> meeting.isPending(at.timeMs()))
          .ifPresent(meeting -> links.addAll(concernedBy(meeting, windowMs, at)));
    }
    for (Reports.Counted report : known.reports.at(at)) {
      links.addAll(known.links.linksOf(report.about(), at));
      if (Unknown.isKnown(report.place())) {
        links.add(Links.atPlace(report.about(), report.place()));
      }
    }
    return inOrder(links, at);
  }

  /** 0012 ¶80: devices that are told of an account, or of its return; each once. */
  private List<Occasion> toldOfBans(Instant at) {
    Set<Occasion> links = new LinkedHashSet<>(known.summaries().at(at));
    links.addAll(known.returns().atDevices(at));
    return List.copyOf(links);
  }

  /** ¶21 (b), ¶22 (b): the two who meet, and those whom reports put at the place. */
  private List<Occasion> concernedBy(KnownMeeting meeting, long windowMs, Instant at) {
    List<Occasion> links = new ArrayList<>();
    links.addAll(known.links.linksOf(meeting.proposer(), at));
    links.addAll(known.links.linksOf(meeting.invited(), at));
    String place = known.kept.place(meeting, meeting.proposer(), at);
    for (String reported : known.links.reportedAt(place, windowMs, at)) {
      if (Unknown.isKnown(place) && !meeting.hasPart(reported)) {
        links.add(Links.atPlace(reported, place));
      }
    }
    return links;
  }

  /** Each once, in a fixed order; a place only where it says something. */
  private List<Occasion> inOrder(List<Occasion> links, Instant at) {
    SortedSet<Occasion.OfLink> sorted =
        new TreeSet<>(
            Comparator.comparing(Occasion.OfLink::way)
                .thenComparing(Occasion.OfLink::id)
                .thenComparing(Occasion.OfLink::account));
    for (Occasion occasion : links) {
      if (occasion instanceof Occasion.OfLink link && known.links.isTelling(link, at)) {
        sorted.add(link);
      }
    }
    return List.copyOf(sorted);
  }
}
