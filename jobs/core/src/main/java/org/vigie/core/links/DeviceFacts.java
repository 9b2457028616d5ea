package org.vigie.core.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.Unknown;
import org.vigie.core.links.LinkState.Seen;
import org.vigie.core.route.Summary;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Table;

/** The accounts of a cluster at a device, and the places that they proposed. */
final class DeviceFacts extends RowFacts {
  private static final long PLACES_MS = 14 * 24 * 3_600_000L;

  private final List<Seen> accounts;
  private final List<Place> places;
  private final AftermathFacts aftermaths;
  private final BanRows bans;
  private final long nowMs;

  /** A place, who proposed it and to whom. */
  static final class Place {
    final Set<String> proposers = new TreeSet<>();
    final Set<String> targets = new TreeSet<>();
    final List<KeptTrace> traces = new ArrayList<>();
  }

  /**
   * As of an instant.
   *
   * @param accounts the persons of the cluster
   * @param places that accounts of the cluster proposed
   * @param aftermaths of meetings of the cluster
   * @param bans of accounts of the cluster
   */
  DeviceFacts(
      List<Seen> accounts,
      List<Place> places,
      AftermathFacts aftermaths,
      BanRows bans,
      long nowMs) {
    this.accounts = accounts;
    this.places = places;
    this.aftermaths = aftermaths;
    this.bans = bans;
    this.nowMs = nowMs;
  }

  /**
   * Places of the last 14 days.
   *
   * @param cluster all of it: who is no person now may have been one when it left a trace
   * @param traces proposals by accounts of the device
   */
  static List<Place> places(Set<String> cluster, Iterable<KeptTrace> traces, long nowMs) {
    Map<String, Place> byPlace = new TreeMap<>();
    for (KeptTrace trace : traces) {
      if (cluster.contains(trace.account()) && trace.timeMs() > nowMs - PLACES_MS) {
        Place place = byPlace.computeIfAbsent(trace.place(), absent -> new Place());
        place.proposers.add(trace.account());
        place.traces.add(trace);
        if (!cluster.contains(trace.whom())) {
          place.targets.add(trace.whom());
        }
      }
    }
    return new ArrayList<>(byPlace.values());
  }

  Seen account(int row) {
    return accounts.get(row);
  }

  Place place(int row) {
    return places.get(row);
  }

  AftermathFacts aftermaths() {
    return aftermaths;
  }

  BanRows bans() {
    return bans;
  }

  @Override
  public int rows(Table table) {
    return switch (table) {
      case PLACES -> places.size();
      case ACCOUNTS -> accounts.size();
      case AFTERMATHS -> aftermaths.rows(table);
      case BANS -> bans.size();
      default -> 0;
    };
  }

  @Override
  public long rowTimeMs(Table table, int row) {
    return switch (table) {
      case ACCOUNTS -> accounts.get(row).lastMs();
      case AFTERMATHS -> aftermaths.rowTimeMs(table, row);
      case BANS -> bans.row(row).dateMs();
      default -> nowMs;
    };
  }

  @Override
  public long column(Table table, int row, int column) {
    return switch (table) {
      case PLACES -> place(places.get(row), column);
      case AFTERMATHS -> aftermaths.column(table, row, column);
      case BANS -> Fixed.whole(bans.row(row).targets().size());
      default -> account(row, column);
    };
  }

  private static long place(Place place, int column) {
    return Fixed.whole(column == 0 ? place.proposers.size() : place.targets.size());
  }

  private long account(int row, int column) {
    Seen seen = accounts.get(row);
    Summary summary = seen.summary();
    return switch (column) {
      case 0 -> flag(summary.age().sourced() && summary.age().minor() >= Fixed.ONE / 2);
      case 1 -> since(summary.goneMs());
      case 2 -> since(summary.proposedMs());
      case 3 -> since(summary.pricedMs());
      case 4 -> since(summary.coercedMs());
      case 5 -> lifetime(summary);
      case 6 -> Fixed.whole(summary.conversations());
      case 7 -> flag(seen.isEmulator());
      case 8 -> flag(seen.isHosting());
      default -> throw new IndexOutOfBoundsException(column);
    };
  }

  private long since(long timeMs) {
    return timeMs == Unknown.TIME ? Fixed.UNKNOWN : Fixed.begunHours(nowMs - timeMs);
  }

  private static long lifetime(Summary summary) {
    boolean known = summary.createdMs() != Unknown.TIME && summary.goneMs() != Unknown.TIME;
    return known ? Fixed.begunHours(summary.goneMs() - summary.createdMs()) : Fixed.UNKNOWN;
  }
}
