package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.Link;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Media;
import org.vigie.core.event.Message;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Table;

/** What accounts leave at hashes, texts, rooms and targets (page 0012 ¶64-68). */
final class Traces {
  private static final int TRACES_MAX = 64;
  private static final long TRACES_MS = 30 * Days.DAY_MS;

  /** Beside the columns: whom it was towards, if that is an account. */
  static final String TOWARDS = "towards";

  private static final int NAMED_MAX = 16;
  private static final Set<SignalCode> OF_ASSAULT =
      Set.of(SignalCode.SEDATION, SignalCode.THIRD_PARTY_UNAWARE);

  /** A link of a kind. */
  record Place(ReferenceFinding.Way way, String id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::way).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * A trace.
   *
   * @param whom towards whom, or in which room; empty for nobody
   * @param inRoom whether that is a room
   * @param flag of its table's one flag, if it has one
   */
  record Trace(Instant at, String account, String whom, boolean inRoom, boolean flag) {
    private static final Comparator<Trace> OLDEST_FIRST =
        Comparator.comparing(Trace::at).thenComparing(Trace::account).thenComparing(Trace::whom);

    /** Whether it is the same again. */
    private boolean repeats(Trace other) {
      return account.equals(other.account) && whom.equals(other.whom) && flag == other.flag;
    }
  }

  private final Knowledge known;
  private final Texts texts;
  private final Map<Table, SortedMap<Place, List<Trace>>> left = new EnumMap<>(Table.class);

  Traces(Knowledge known) {
    this.known = known;
    this.texts = new Texts(known.log, known.forgetting);
    for (Observation seen : known.log.all()) {
      if (known.profiles.isPerson(seen.actor(), seen.at())) {
        leave(seen);
      }
    }
  }

  private void leave(Observation seen) {
    if (seen.session().isPresent()) {
      SessionEvent session = seen.session().get();
      if (session.kind() == SessionEvent.Kind.ROOM_JOINED && Unknown.isKnown(session.room())) {
        add(
            Table.MEMBERS,
            new Place(ReferenceFinding.Way.ROOM, session.room()),
            of(seen, "", false));
      }
    } else if (seen.message().isPresent() && !seen.hasTarget()) {
      Message message = seen.message().get();
      leaveSpread(seen, message);
      texts
          .of(seen)
          .ifPresent(
              text ->
                  forEachWhom(seen, Table.MENU, new Place(ReferenceFinding.Way.TEXT, text), false));
      boolean coded = Posts.codes(message).stream().anyMatch(OF_ASSAULT::contains);
      if (message.channel() == Message.Channel.ROOM && coded) {
        add(
            Table.MEMBERS,
            new Place(ReferenceFinding.Way.ROOM, message.room()),
            of(seen, "", true));
      }
    } else if (isPriceOrMeeting(seen)) {
      Place target = new Place(ReferenceFinding.Way.ACCOUNT, seen.target());
      known.contacts.newContacts(seen.actor(), seen.at()).stream()
          .filter(row -> row.other().equals(seen.target()) && isCold(row))
          .map(row -> of(seen, seen.target(), row.opening().mutualContacts() != Unknown.INT))
          .forEach(trace -> add(Table.APPROACHES, target, trace));
    }
  }

  /** ¶65: a private message about prices or meetings, */
  private static boolean isPriceOrMeeting(Observation seen) {
    Set<SignalCode> codes = Codes.of(seen);
    return codes.contains(SignalCode.PRICE) || codes.contains(SignalCode.MEETING_PROPOSAL);
  }

  /** by who opened the pair cold, which ¶91 says of what is not known as well. */
  private static boolean isCold(Contacts.NewContact row) {
    int mutual = row.opening().mutualContacts();
    boolean isStranger = mutual == 0 || mutual == Unknown.INT && row.closure().known() == 0;
    return row.opening().unsolicited() && isStranger;
  }

  /** ¶66: known media and links, and links beside known media. */
  private void leaveSpread(Observation seen, Message message) {
    boolean besideVerified = message.media().stream().anyMatch(item -> isVerified(item.match()));
    boolean besideKnown = message.media().stream().anyMatch(Rows::isMatched);
    for (Media media : message.media()) {
      if (Rows.isMatched(media)) {
        Place place = new Place(ReferenceFinding.Way.MEDIA, media.hash());
        forEachWhom(seen, Table.SPREAD, place, isVerified(media.match()));
      }
    }
    for (Link link : message.links()) {
      boolean isMatched = !link.match().equals(ListMatch.NONE);
      if (isMatched || besideKnown) {
        Place place = new Place(ReferenceFinding.Way.LINK, link.hash());
        forEachWhom(
            seen, Table.SPREAD, place, isMatched ? isVerified(link.match()) : besideVerified);
      }
    }
  }

  private static boolean isVerified(ListMatch match) {
    return match.verified() && match.method() == ListMatch.Method.EXACT;
  }

  private void forEachWhom(Observation seen, Table table, Place place, boolean flag) {
    Message message = seen.message().orElseThrow();
    if (message.channel() == Message.Channel.ROOM) {
      add(table, place, new Trace(seen.at(), seen.actor(), message.room(), true, flag));
      return;
    }
    Acceptance.others(message).stream()
        .sorted()
        .limit(NAMED_MAX)
        .forEach(whom -> add(table, place, of(seen, whom, flag)));
  }

  private static Trace of(Observation seen, String whom, boolean flag) {
    return new Trace(seen.at(), seen.actor(), whom, false, flag);
  }

  private void add(Table table, Place place, Trace trace) {
    left.computeIfAbsent(table, absent -> new TreeMap<>())
        .computeIfAbsent(place, absent -> new ArrayList<>())
        .add(trace);
  }

  /** Links of a table at which an instant leaves a trace; at a text, for each who leaves one. */
  List<Occasion> at(Table table, Instant at) {
    List<Occasion> links = new ArrayList<>();
    left.getOrDefault(table, new TreeMap<>())
        .forEach(
            (place, traces) -> {
              SortedSet<String> accounts = new TreeSet<>();
              for (Trace trace : traces) {
                if (trace.at().equals(at)) {
                  accounts.add(trace.account());
                }
              }
              if (table != Table.MENU && accounts.size() > 1) {
                accounts.retainAll(Set.of(accounts.last()));
              }
              accounts.forEach(
                  account -> links.add(Links.atTrace(account, place.way(), place.id())));
            });
    return links;
  }

  /** The traces of a table that a link keeps, oldest first. */
  List<Trace> kept(Table table, Place place, Instant asOf) {
    List<Trace> kept = new ArrayList<>();
    for (Trace trace : left.getOrDefault(table, new TreeMap<>()).getOrDefault(place, List.of())) {
      if (trace.at().isAfter(asOf)) {
        continue;
      }
      kept.removeIf(
          earlier -> earlier.repeats(trace) || !earlier.at().isWithin(TRACES_MS, trace.at()));
      kept.add(trace);
      kept.sort(Trace.OLDEST_FIRST);
      kept.subList(0, Math.max(0, kept.size() - TRACES_MAX)).clear();
    }
    kept.removeIf(trace -> !trace.at().isWithin(TRACES_MS, asOf));
    if (table == Table.APPROACHES) {
      kept.removeIf(trace -> known.forgetting.isErasedByOthers(place.id(), trace.at(), asOf));
    }
    return kept;
  }

  /** The same as rows. */
  List<Rows.Row> rows(Table table, Place place, Instant asOf) {
    List<Rows.Row> rows = new ArrayList<>();
    for (Trace trace : kept(table, place, asOf)) {
      Map<String, Long> columns = new TreeMap<>();
      long flag = trace.flag() ? Fixed.ONE : 0;
      switch (table) {
        case SPREAD -> columns.put("verified", flag);
        case MEMBERS -> columns.put("coded", flag);
        case APPROACHES -> {
          columns.put("age_gap", ageGap(trace));
          columns.put("mutuals_known", flag);
        }
        case MENU,
            NEW_CONTACTS,
            MATCHED_MEDIA,
            REPORTS,
            ROOM_POSTS,
            KNOWN_MEDIA,
            ACCOUNTS,
            PLACES,
            AFTERMATHS,
            BANS,
            RETURNS -> {}
      }
      Map<String, String> names = new TreeMap<>();
      names.put("account", trace.account());
      names.put("whom", trace.whom());
      names.put(TOWARDS, trace.inRoom() ? Unknown.ID : trace.whom());
      rows.add(new Rows.Row(trace.at(), trace.account(), columns, names));
    }
    return rows;
  }

  private long ageGap(Trace trace) {
    return known
        .ages
        .own(trace.account(), trace.at())
        .ageGap(known.ages.seenByOthers(trace.whom(), trace.at()));
  }
}
