package org.vigie.core.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.core.event.SignalCode;

/**
 * What features count over: the rows that a stop keeps, and their columns. All columns are
 * fixed-point; flags are 0 or 1; any may be unknown.
 */
public enum Table {
  /** Pairs that the account opened, a row each, at the time of opening, with present beliefs. */
  NEW_CONTACTS(
      new Kept(Scope.ACCOUNT, Set.of(Family.CONTACT_GRAPH), 14 * Kept.DAY_MS, false),
      flag("unsolicited"),
      number("age_gap"),
      number("p_minor"),
      flag("age_sourced"),
      whole("mutual_contacts"),
      whole("closure_known"),
      whole("closure_possible"),
      flag("answered"),
      flag("by_request")),
  /** Media items of the event being judged that a list knows, a row each. */
  MATCHED_MEDIA(
      new Kept(Scope.ACCOUNT, Set.of(Family.MEDIA), 0, true), flag("exact"), flag("verified")),
  /**
   * Reports about accounts of the link by those who count, a row each, at the time of reporting.
   */
  REPORTS(
      new Kept(Scope.LINK, Set.of(Family.TARGET_REACTION), 90 * Kept.DAY_MS, true),
      flag("violent")),
  /** The account's posts in rooms with a signal code, a row each, a flag a code. */
  ROOM_POSTS(new Kept(Scope.ACCOUNT, Set.of(), 30 * Kept.DAY_MS, false), roomColumns()),
  /** Media and links of the account's messages that a list knows, a row each. */
  KNOWN_MEDIA(
      new Kept(Scope.ACCOUNT, Set.of(Family.MEDIA), 30 * Kept.DAY_MS, false),
      token("hash"),
      flag("exact"),
      flag("verified")),
  /** Accounts of the judged one's cluster at a device, a row each, at their latest sighting. */
  ACCOUNTS(
      new Kept(Scope.LINK, Set.of(), 90 * Kept.DAY_MS, false),
      flag("likely_minor"),
      whole("gone_hours"),
      whole("proposed_hours"),
      whole("priced_hours"),
      whole("coerced_hours"),
      whole("lifetime_hours"),
      whole("conversations"),
      flag("emulator"),
      flag("hosting")),
  /** Places that accounts of the judged one's cluster proposed within 14 days, a row each. */
  PLACES(
      new Kept(Scope.LINK, Set.of(Family.PLACE, Family.CONTACT_GRAPH), 0, false),
      whole("proposers"),
      whole("targets")),
  /**
   * Messages about prices or meetings to one account by those who opened the pair cold, as far as
   * is known.
   */
  APPROACHES(
      new Kept(Scope.LINK, Set.of(Family.CONTACT_GRAPH, Family.PAYMENT), 30 * Kept.DAY_MS, false),
      token("account"),
      number("age_gap"),
      flag("mutuals_known")),
  /** To whom a media item or link went, a row an account and receiver. */
  SPREAD(
      new Kept(Scope.LINK, Set.of(Family.MEDIA, Family.CONTACT_GRAPH), 30 * Kept.DAY_MS, false),
      token("account"),
      token("whom"),
      flag("verified")),
  /** To whom a text with prices went, a row an account and receiver. */
  MENU(
      new Kept(Scope.LINK, Set.of(Family.PAYMENT, Family.CONTACT_GRAPH), 30 * Kept.DAY_MS, false),
      token("account"),
      token("whom")),
  /** Accounts that joined a room, or posted there with codes of drugged assault. */
  MEMBERS(
      new Kept(
          Scope.LINK, Set.of(Family.STAGE_SIGNALS, Family.CONTACT_GRAPH), 30 * Kept.DAY_MS, false),
      token("account"),
      flag("coded")),
  /** Meetings of the link's accounts that ended in silence and a reaction, or were fled from. */
  AFTERMATHS(
      new Kept(Scope.LINK, Set.of(Family.TARGET_REACTION, Family.PLACE), 30 * Kept.DAY_MS, false),
      token("account"),
      token("whom"),
      flag("reacted"),
      flag("public_place")),
  /**
   * Accounts of the judged one's cluster at a device with a ban before its creation, a row each, at
   * the date of the ban.
   */
  BANS(new Kept(Scope.LINK, Set.of(), 90 * Kept.DAY_MS, false), whole("recontacted")),
  /**
   * Targets of one banned account with whom the account opened a pair anew, cold as far as is
   * known.
   */
  RETURNS(
      new Kept(Scope.LINK, Set.of(Family.CONTACT_GRAPH, Family.IDENTITY), 90 * Kept.DAY_MS, false),
      token("whom"),
      flag("mutuals_known"));

  /** Column of accounts or bans to family; the others are evidence of identity. */
  private static final Map<String, Family> FAMILY_OF_COLUMN =
      Map.of(
          "proposed_hours", Family.PLACE,
          "priced_hours", Family.PAYMENT,
          "coerced_hours", Family.STAGE_SIGNALS,
          "recontacted", Family.CONTACT_GRAPH);

  @SuppressWarnings("ImmutableEnumChecker") // a record of primitives and enums
  private final Kept kept;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the type can't say so
  private final List<Column> typedColumns;

  @SuppressWarnings("ImmutableEnumChecker") // as above
  private final List<String> columns;

  /** One column. */
  public record Column(String name, ValueType type) {}

  /**
   * How rows are kept.
   *
   * @param families of everything that is counted, where that does not depend on columns
   * @param windowMsMax for how long; 0 where the rows are those of the event being judged
   * @param onlyGrows whether no later event changes a row or takes one out of a window
   */
  private record Kept(Scope scope, Set<Family> families, long windowMsMax, boolean onlyGrows) {
    static final long DAY_MS = 24 * 3_600_000L;
  }

  Table(Kept kept, Column... columns) {
    this.kept = kept;
    this.typedColumns = List.of(columns);
    this.columns = Arrays.stream(columns).map(Column::name).toList();
  }

  /** Names of the columns, in order. */
  public List<String> columns() {
    return columns;
  }

  /** The columns, in order. */
  public List<Column> typedColumns() {
    return typedColumns;
  }

  /** A column by its name. */
  public Optional<Column> column(String name) {
    return typedColumns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** Whose rows they are, and with that the stop that keeps them. */
  public Scope scope() {
    return kept.scope();
  }

  /** The families of evidence of what is counted over them by some columns. */
  public Set<Family> families(Collection<String> columnsRead) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    families.addAll(kept.families());
    if (this == ACCOUNTS || this == BANS) {
      columnsRead.forEach(
          column -> families.add(FAMILY_OF_COLUMN.getOrDefault(column, Family.IDENTITY)));
      families.addAll(columnsRead.isEmpty() ? Set.of(Family.IDENTITY) : Set.of());
    } else if (this == ROOM_POSTS) {
      for (SignalCode code : SignalCode.values()) {
        if (columnsRead.contains(columnOf(code))) {
          families.add(Family.of(code));
        }
      }
    }
    return families;
  }

  /** Longest window over them, milliseconds; 0 where there is none. */
  public long windowMsMax() {
    return kept.windowMsMax();
  }

  /** Whether a count over them never falls by more events, so that reaching a bar is certain. */
  public boolean onlyGrows() {
    return kept.onlyGrows();
  }

  /** The column of {@link #ROOM_POSTS} that says whether a post has a code. */
  public static String columnOf(SignalCode code) {
    return code.name().toLowerCase(Locale.ROOT);
  }

  private static Column[] roomColumns() {
    List<Column> columns = new ArrayList<>();
    columns.add(token("room"));
    for (SignalCode code : SignalCode.values()) {
      columns.add(flag(columnOf(code)));
    }
    return columns.toArray(Column[]::new);
  }

  private static Column flag(String name) {
    return new Column(name, ValueType.FLAG);
  }

  private static Column token(String name) {
    return new Column(name, ValueType.TOKEN);
  }

  private static Column whole(String name) {
    return new Column(name, ValueType.WHOLE);
  }

  private static Column number(String name) {
    return new Column(name, ValueType.NUMBER);
  }
}
