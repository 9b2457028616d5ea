package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Media;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Table;

/** The rows of each table and their columns, as {@link Table} names them. */
final class Rows {
  /**
   * A row.
   *
   * @param of the account or event that it stands for
   * @param columns those that are numbers
   * @param names those that are names
   * @param restsOn the instant of the event that it comes from
   */
  record Row(
      Instant at,
      String of,
      Map<String, Long> columns,
      Map<String, String> names,
      Instant restsOn) {
    Row {
      columns = Map.copyOf(columns);
      names = Map.copyOf(names);
    }

    Row(Instant at, String of, Map<String, Long> columns, Map<String, String> names) {
      this(at, of, columns, names, at);
    }

    Row(Instant at, String of, Map<String, Long> columns) {
      this(at, of, columns, Map.of());
    }

    /** The same, known from another event. */
    Row restingOn(Instant other) {
      return new Row(at, of, columns, names, other);
    }

    /** A name, empty where it is not known. */
    String name(String column) {
      return names.getOrDefault(column, Unknown.ID);
    }

    long column(String name) {
      return Optional.ofNullable(columns.get(name))
          .orElseThrow(() -> new IllegalArgumentException("no column is called " + name));
    }
  }

  private static final int MEDIA_MAX = 4;

  private final Knowledge known;
  private final Instant asOf;
  private final Instant beliefsAsOf;

  /** Rows as of an instant, with what is believed of ages as of the same or a later one (¶25). */
  Rows(Knowledge known, Instant asOf, Instant beliefsAsOf) {
    this.known = known;
    this.asOf = asOf;
    this.beliefsAsOf = beliefsAsOf;
  }

  /** The rows of a table for an occasion, oldest first. */
  List<Row> of(Table table, Occasion occasion) {
    return switch (table) {
      case NEW_CONTACTS -> newContacts(occasion.account());
      case MATCHED_MEDIA ->
          occasion instanceof Occasion.OfAccount account
              ? matchedMedia(account.messages())
              : List.of();
      case REPORTS -> occasion instanceof Occasion.OfLink link ? reports(link) : List.of();
      case ROOM_POSTS -> known.posts.inRooms(occasion.account(), asOf, beliefsAsOf);
      case KNOWN_MEDIA -> known.posts.ofKnownMedia(occasion.account(), asOf, beliefsAsOf);
      case APPROACHES, SPREAD, MENU, MEMBERS ->
          occasion instanceof Occasion.OfLink link
              ? known.traces().rows(table, new Traces.Place(link.way(), link.id()), asOf)
              : List.of();
      case ACCOUNTS ->
          occasion instanceof Occasion.OfLink link ? known.summaries().rows(link, asOf) : List.of();
      case AFTERMATHS ->
          occasion instanceof Occasion.OfLink link
              ? known.aftermaths().rows(link, asOf)
              : List.of();
      case BANS ->
          occasion instanceof Occasion.OfLink link ? known.returns().bans(link, asOf) : List.of();
      case RETURNS ->
          occasion instanceof Occasion.OfReturn to ? known.returns().rows(to, asOf) : List.of();
      case PLACES ->
          occasion instanceof Occasion.OfLink link ? known.proposals().rows(link, asOf) : List.of();
    };
  }

  private List<Row> newContacts(String account) {
    List<Row> rows = new ArrayList<>();
    Belief own = known.ages.own(account, beliefsAsOf);
    // ¶25: what is judged again as of an earlier instant sees the rows that are kept now.
    for (Contacts.NewContact contact : known.contacts.newContacts(account, beliefsAsOf)) {
      if (contact.opening().at().isAfter(asOf)) {
        continue;
      }
      Instant opened = contact.opening().at();
      Belief other = known.knownAges.byContact(account, contact.other(), opened, beliefsAsOf);
      int mutual = contact.opening().mutualContacts();
      Map<String, Long> columns = new HashMap<>();
      columns.put("unsolicited", flag(contact.opening().unsolicited()));
      columns.put("age_gap", own.ageGap(other));
      columns.put("p_minor", other.pMinor());
      columns.put("age_sourced", flag(other.sourced()));
      columns.put("mutual_contacts", mutual == Unknown.INT ? Fixed.UNKNOWN : Fixed.whole(mutual));
      columns.put("closure_known", Fixed.whole(contact.closure().known()));
      columns.put("closure_possible", Fixed.whole(contact.closure().possible()));
      columns.put("answered", flag(contact.answered()));
      columns.put("by_request", flag(isRequest(contact.opening().by())));
      rows.add(new Row(contact.opening().at(), contact.other(), columns));
    }
    return rows;
  }

  private static boolean isRequest(Observation opening) {
    return opening
        .interaction()
        .map(interaction -> interaction.kind() == Interaction.Kind.REQUEST)
        .orElse(false);
  }

  private static List<Row> matchedMedia(List<Observation> messages) {
    List<Row> rows = new ArrayList<>();
    for (Observation seen : messages) {
      for (Media media : seen.message().orElseThrow().media()) {
        if (isMatched(media)) {
          boolean exact = media.match().method() == ListMatch.Method.EXACT;
          rows.add(
              new Row(
                  seen.at(),
                  seen.event().eventId(),
                  Map.of("exact", flag(exact), "verified", flag(media.match().verified()))));
        }
      }
    }
    return rows;
  }

  /** ¶32: the matched files that a message is shown with. */
  static List<ReferenceAlert.NamedMedia> listed(Observation seen) {
    SortedMap<String, ReferenceAlert.NamedMedia> sorted = new TreeMap<>();
    seen.message()
        .orElseThrow()
        .media()
        .forEach(media -> list(seen, media.hash(), media.match(), sorted));
    return sorted.values().stream().limit(MEDIA_MAX).toList();
  }

  private static void list(
      Observation seen,
      String hash,
      ListMatch match,
      Map<String, ReferenceAlert.NamedMedia> sorted) {
    if (match.equals(ListMatch.NONE)) {
      return;
    }
    boolean counts = match.method() == ListMatch.Method.EXACT && match.verified();
    String order =
        String.join(
            "\0",
            counts ? "0" : "1",
            hash,
            match.list(),
            match.method() == ListMatch.Method.EXACT ? "0" : "1",
            match.verified() ? "1" : "0");
    sorted.put(order, new ReferenceAlert.NamedMedia(seen.event().eventId(), hash, match));
  }

  /** Whether a list knows the item. */
  static boolean isMatched(Media media) {
    return !media.match().equals(ListMatch.NONE);
  }

  private List<Row> reports(Occasion.OfLink link) {
    return known.links.reports(link, asOf).stream()
        .map(report -> new Row(report.at(), report.at().id(), Map.of("violent", flag(true))))
        .toList();
  }

  private static long flag(boolean value) {
    return value ? Fixed.ONE : 0;
  }
}
