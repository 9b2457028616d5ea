package org.vigie.rules.bundle;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;

/** Over which tables features count, and what follows from it for a rule that reads them. */
final class RuleTables {
  private final Function<String, Feature> features;

  RuleTables(Function<String, Feature> features) {
    this.features = features;
  }

  /** The tables that a feature counts over, by itself or by those that it is made of. */
  Set<Table> of(String name) {
    Measure measure = features.apply(name).measure();
    if (measure instanceof Measure.Count count) {
      return Set.of(count.table());
    }
    if (measure instanceof Measure.Sum sum) {
      return Set.of(sum.table());
    }
    if (measure instanceof Measure.DistinctOf distinct) {
      return Set.of(distinct.table());
    }
    if (measure instanceof Measure.Ratio ratio) {
      return of(ratio.numerator());
    }
    return measure instanceof Measure.BinomialTail tail ? of(tail.successes()) : Set.of();
  }

  /** The subject that an alert of a rule over a table is about. */
  static String subjectAt(Table table) {
    return switch (table) {
      case REPORTS, ACCOUNTS, PLACES, AFTERMATHS, BANS -> "device";
      case SPREAD -> "media";
      case MEMBERS -> "room";
      case NEW_CONTACTS, MATCHED_MEDIA, ROOM_POSTS, KNOWN_MEDIA, APPROACHES, MENU, RETURNS ->
          "account";
    };
  }

  /**
   * Whether a finding could name a meeting: it knows of accounts whose meetings are told where it
   * is judged, and of whom they concern.
   */
  boolean canNameMeetings(Scope scope, Collection<String> read) {
    if (scope == Scope.PAIR) {
      return true;
    }
    Set<Table> tables = EnumSet.noneOf(Table.class);
    boolean overPairs = false;
    for (String name : read) {
      tables.addAll(of(name));
      overPairs |= features.apply(name).measure() instanceof Measure.Pairs;
    }
    return overPairs || tables.stream().anyMatch(RuleTables::tellsOfMeetings);
  }

  private static boolean tellsOfMeetings(Table table) {
    return switch (table) {
      case NEW_CONTACTS, REPORTS, ACCOUNTS, PLACES, AFTERMATHS, BANS, RETURNS -> true;
      case MATCHED_MEDIA, ROOM_POSTS, KNOWN_MEDIA, APPROACHES, SPREAD, MENU, MEMBERS -> false;
    };
  }
}
