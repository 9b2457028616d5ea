package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** New contacts of an account and how well its contacts know each other (page ¶12, ¶13). */
final class Contacts {
  private static final int ROWS_MAX = 64;
  private static final long ROWS_MS = 14 * Days.DAY_MS;
  private static final int KNOWN_TO_OTHER_MAX = 64;
  private static final long KNOWN_TO_OTHER_MS = 30 * Days.DAY_MS;
  private static final int OWN_CONTACTS_MAX = 32;

  /**
   * A pair that the account opened (¶12).
   *
   * @param answered as of the instant for which the row was read
   */
  record NewContact(String other, PairLife.Opening opening, boolean answered, Closure closure) {}

  /** How many of the account's contacts the new one knows, of how many (¶13). */
  record Closure(int known, int possible) {
    /** Of one who asked to be erased: who knew it is not known (0015 ¶86). */
    static final Closure UNKNOWN = new Closure(0, 0);
  }

  /** A pair that the account opened, before anyone asks for closure. */
  private record Opened(String other, PairLife.Opening opening, boolean answered) {}

  private record OpeningOf(String account, String other, Instant at) {}

  private final Log log;
  private final Pairs pairs;
  private final Forgetting forgetting;
  private final Map<OpeningOf, Closure> closures = new HashMap<>();

  Contacts(Log log, Pairs pairs, Forgetting forgetting) {
    this.log = log;
    this.pairs = pairs;
    this.forgetting = forgetting;
  }

  /** The new contacts that an account keeps at {@code asOf}, oldest opening first (¶12). */
  List<NewContact> newContacts(String account, Instant asOf) {
    List<NewContact> rows = new ArrayList<>();
    for (Opened opened : Newest.last(opened(account, asOf), ROWS_MAX)) {
      Closure closure = closure(account, opened.other(), opened.opening().at());
      rows.add(new NewContact(opened.other(), opened.opening(), opened.answered(), closure));
    }
    return rows;
  }

  /**
   * Whether rows opened in the window before an instant had to go for newer ones by {@code now}:
   * then what rested on them can't be judged again (¶25).
   */
  boolean hasLost(String account, long windowMs, Instant before, Instant now) {
    List<Opened> all = opened(account, now);
    return all.subList(0, Math.max(0, all.size() - ROWS_MAX)).stream()
        .map(lost -> lost.opening().at())
        .anyMatch(at -> at.isWithin(windowMs, before));
  }

  /** All pairs that an account opened in the last 14 days and has not forgotten. */
  private List<Opened> opened(String account, Instant asOf) {
    List<Opened> opened = new ArrayList<>();
    for (String other : log.partnersOf(account)) {
      pairs
          .existing(account, other, asOf)
          .flatMap(life -> opened(account, other, life))
          .filter(pair -> pair.opening().at().isWithin(ROWS_MS, asOf))
          .filter(pair -> !forgetting.isErased(account, pair.opening().at(), asOf))
          .ifPresent(opened::add);
    }
    opened.sort(
        Comparator.comparing((Opened pair) -> pair.opening().at()).thenComparing(Opened::other));
    return opened;
  }

  private static Optional<Opened> opened(String account, String other, PairLife life) {
    return life.opening()
        .filter(opening -> opening.actor().equals(account))
        .map(opening -> new Opened(other, opening, life.answered()));
  }

  /** ¶13, fixed at the opening; remembered because it is asked for again and again. */
  private Closure closure(String account, String other, Instant opening) {
    return closures.computeIfAbsent(new OpeningOf(account, other, opening), this::closureAtOpening);
  }

  private Closure closureAtOpening(OpeningOf opening) {
    if (forgetting.tombstone(opening.other(), opening.at()).isPresent()) {
      return Closure.UNKNOWN;
    }
    Set<String> own = new HashSet<>(ownContactsBefore(opening.account(), opening.at()));
    own.remove(opening.other());
    int possible = own.size();
    own.retainAll(knownBefore(opening.other(), opening.at()));
    return new Closure(own.size(), possible);
  }

  /** The newest accounts that acted towards an account in the 30 days before an instant. */
  List<String> knownBefore(String account, Instant instant) {
    return newestTowards(account, at -> at.isBefore(instant), instant);
  }

  /** The same with the instant: those who are told when something else is believed of it. */
  List<String> toldOf(String account, Instant instant) {
    return newestTowards(account, at -> true, instant);
  }

  private List<String> newestTowards(String account, Predicate<Instant> counts, Instant end) {
    Map<String, Instant> latest = new HashMap<>();
    for (Observation act : log.actsTowards(account)) {
      boolean isKnown =
          act.at().isWithin(KNOWN_TO_OTHER_MS, end)
              && !forgetting.isErasedByOthers(account, act.at(), end);
      if (isKnown && counts.test(act.at())) {
        latest.merge(act.actor(), act.at(), Newest::later);
      }
    }
    return Newest.ids(latest, KNOWN_TO_OTHER_MAX);
  }

  /** The newest of the rows that an account kept before an instant. */
  private List<String> ownContactsBefore(String account, Instant instant) {
    List<String> others = new ArrayList<>();
    for (Opened pair : opened(account, instant)) {
      if (pair.opening().at().isBefore(instant)) {
        others.add(pair.other());
      }
    }
    return Newest.last(others, OWN_CONTACTS_MAX);
  }
}
